namespace DataPlatform.Plans;

/// <summary>The input's rows, its columns under new names.</summary>
/// <param name="Input">The relation read.</param>
/// <param name="ColumnNames">A name a column.</param>
public sealed record ToDF(LogicalPlan Input, ValueList<string> ColumnNames) : UnaryPlan(Input);
