namespace DataPlatform.Plans;

/// <summary>The input without its first rows, in its order; all columns.</summary>
/// <param name="Input">The relation read.</param>
/// <param name="Count">How many are left out.</param>
public sealed record Offset(LogicalPlan Input, int Count) : UnaryPlan(Input);
