using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>A constant.</summary>
internal sealed record BoundLiteral(object? Value, DataType Type) : BoundExpression(Type, Value is null)
{
    public bool Equals(BoundLiteral? other) =>
        other is not null && Type == other.Type && Microsoft.Spark.Sql.ClrValues.SequenceEqual([Value], [other.Value]);

    public override int GetHashCode() => HashCode.Combine(Type, Microsoft.Spark.Sql.ClrValues.HashOf([Value]));
}
