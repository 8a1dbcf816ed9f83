using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>An expression whose names, functions and types are settled under Spark's rules; every cast stands in it.</summary>
/// <param name="Type">The type of its values.</param>
/// <param name="IsNullable">Whether a value may be null.</param>
internal abstract record BoundExpression(DataType Type, bool IsNullable)
{
    /// <summary>The expressions inside, in order.</summary>
    public virtual ValueList<BoundExpression> Children => [];

    /// <summary>Whether two computations of the same row may differ, as those of <c>rand</c> do.</summary>
    public bool IsVolatile => Any(part => part is BoundCall { Function.IsVolatile: true });

    /// <summary>The same node over other children.</summary>
    public virtual BoundExpression WithChildren(ValueList<BoundExpression> children) => this;

    public BoundExpression Rewrite(Func<BoundExpression, BoundExpression> rewrite) =>
        rewrite(Children.Count == 0 ? this : WithChildren(Children.Map(child => child.Rewrite(rewrite))));

    public bool Any(Func<BoundExpression, bool> fits) => fits(this) || Children.Any(child => child.Any(fits));

    /// <summary>The conditions that must all hold for this one to hold: the operands of AND, at any depth.</summary>
    public IEnumerable<BoundExpression> Conjuncts() =>
        this is BoundCall { Function.Name: "and" } call ? call.Arguments.SelectMany(argument => argument.Conjuncts()) : [this];
}
