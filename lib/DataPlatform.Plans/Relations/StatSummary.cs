namespace DataPlatform.Plans;

/// <summary>A row a statistic: column <c>summary</c> with its name, then each numeric or string column's value as text.</summary>
/// <param name="Input">The relation read.</param>
/// <param name="Statistics">Names such as <c>count</c>, <c>mean</c>, <c>25%</c>; none: count, mean, stddev, min, 25%, 50%, 75%, max.</param>
public sealed record StatSummary(LogicalPlan Input, ValueList<string> Statistics) : UnaryPlan(Input);
