namespace DataPlatform.Plans;

/// <summary>One of the input's rows a combination of values, which one is not said; all columns, unordered.</summary>
/// <param name="Input">The relation read.</param>
/// <param name="ColumnNames">The columns compared; none: all.</param>
public sealed record Deduplicate(LogicalPlan Input, ValueList<string> ColumnNames) : UnaryPlan(Input);
