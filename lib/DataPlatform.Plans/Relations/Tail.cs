namespace DataPlatform.Plans;

/// <summary>The last rows of the input, in its order; all columns.</summary>
/// <param name="Input">The relation read.</param>
/// <param name="Count">How many at most.</param>
public sealed record Tail(LogicalPlan Input, int Count) : UnaryPlan(Input);
