using Microsoft.Spark.Sql;

namespace Specification.RandomPlans;

/// <summary>An expression, made by calls of the API, and its text for reports.</summary>
public sealed record RandomExpression(string Text, Column Column, Kind Kind, bool IsExact = false)
{
    public override string ToString() => Text;
}
