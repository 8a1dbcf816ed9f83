using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>A value as another type.</summary>
/// <param name="Child">The value.</param>
/// <param name="Type">The type.</param>
/// <param name="IsNullable">Whether the result may be null.</param>
/// <param name="IsTry">Whether a value that does not fit gives null in place of an error.</param>
internal sealed record BoundCast(BoundExpression Child, DataType Type, bool IsNullable, bool IsTry) : BoundExpression(Type, IsNullable)
{
    public override ValueList<BoundExpression> Children => [Child];

    public override BoundExpression WithChildren(ValueList<BoundExpression> children) => this with { Child = children[0] };
}
