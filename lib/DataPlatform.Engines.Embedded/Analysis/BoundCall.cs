using DataPlatform.Engines.Embedded.Functions;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>A function with its arguments, cast to what it takes.</summary>
/// <param name="Function">The row of the function table.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Type">The result's type.</param>
/// <param name="IsNullable">Whether the result may be null.</param>
internal sealed record BoundCall(Function Function, ValueList<BoundExpression> Arguments, DataType Type, bool IsNullable)
    : BoundExpression(Type, IsNullable)
{
    /// <summary>Whether an aggregate takes each combination of arguments once.</summary>
    public bool IsDistinct { get; init; }

    /// <summary>Which rows an aggregate takes; null: all.</summary>
    public BoundExpression? Filter { get; init; }

    /// <summary>Whether nulls are passed over (<c>IGNORE NULLS</c>).</summary>
    public bool IgnoreNulls { get; init; }

    public override ValueList<BoundExpression> Children => Filter is null ? Arguments : Arguments.Concat([Filter]);

    public override BoundExpression WithChildren(ValueList<BoundExpression> children) => Filter is null
        ? this with { Arguments = children }
        : this with { Arguments = children.Take(Arguments.Count).ToValueList(), Filter = children[^1] };
}
