using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>A query inside an expression.</summary>
internal sealed record BoundSubquery(SubqueryKind Kind, BoundPlan Plan, ValueList<BoundExpression> Values, DataType Type, bool IsNullable)
    : BoundExpression(Type, IsNullable)
{
    /// <summary>Of <see cref="SubqueryKind.In"/>: whether it is NOT IN.</summary>
    public bool IsNegated { get; init; }

    /// <summary>Whether the query names columns of the row that it is asked for.</summary>
    public bool IsCorrelated { get; init; }

    public override ValueList<BoundExpression> Children => Values;

    public override BoundExpression WithChildren(ValueList<BoundExpression> children) => this with { Values = children };
}
