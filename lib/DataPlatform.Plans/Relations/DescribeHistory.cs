namespace DataPlatform.Plans;

/// <summary>A row a commit of a Delta table, newest first, with the columns of Delta's <c>DESCRIBE HISTORY</c>.</summary>
/// <param name="Table">The table.</param>
/// <param name="Limit">How many at most; null: all.</param>
public sealed record DescribeHistory(TableReference Table, int? Limit) : LogicalPlan;
