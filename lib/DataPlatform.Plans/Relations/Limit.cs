namespace DataPlatform.Plans;

/// <summary>The first rows of the input, in its order; all columns.</summary>
/// <param name="Input">The relation read.</param>
/// <param name="Count">How many at most.</param>
public sealed record Limit(LogicalPlan Input, int Count) : UnaryPlan(Input);
