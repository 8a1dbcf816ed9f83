namespace DataPlatform.Plans;

/// <summary>The input's rows that have enough values that are neither null nor NaN; all columns.</summary>
/// <param name="Input">The relation read.</param>
/// <param name="Columns">The columns looked at; none: all.</param>
/// <param name="MinNonNulls">How many must be there; null: all of them.</param>
public sealed record NADrop(LogicalPlan Input, ValueList<string> Columns, int? MinNonNulls) : UnaryPlan(Input);
