using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>A parameter of a lambda around it; <paramref name="Id"/> is its number among those of the lambdas that stand in each other.</summary>
internal sealed record BoundLambdaVariable(int Id, string Name, DataType Type, bool IsNullable) : BoundExpression(Type, IsNullable)
{
    /// <summary>The same parameter, whatever it is called.</summary>
    public bool Equals(BoundLambdaVariable? other) => other is not null && Id == other.Id && Type == other.Type;

    public override int GetHashCode() => Id;
}
