namespace DataPlatform.Plans;

/// <summary>Deletes rows of a Delta table in one commit. Result: <c>num_affected_rows</c> bigint, one row.</summary>
/// <param name="Table">The table.</param>
/// <param name="Alias">Its name in the condition; null: none.</param>
/// <param name="Condition">Which rows (those for which it is true); null: all.</param>
public sealed record DeleteFromTable(TableReference Table, string? Alias, Expression? Condition) : Command;
