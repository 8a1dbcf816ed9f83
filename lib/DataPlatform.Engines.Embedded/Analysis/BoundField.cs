using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>A field of a struct.</summary>
internal sealed record BoundField(BoundExpression Child, string FieldName, DataType Type, bool IsNullable) : BoundExpression(Type, IsNullable)
{
    public override ValueList<BoundExpression> Children => [Child];

    public override BoundExpression WithChildren(ValueList<BoundExpression> children) => this with { Child = children[0] };
}
