namespace DataPlatform.Plans;

/// <summary>Changes rows of a Delta table in one commit. Result: <c>num_affected_rows</c> bigint, one row.</summary>
/// <param name="Table">The table.</param>
/// <param name="Alias">Its name in condition and values; null: none.</param>
/// <param name="Condition">Which rows (those for which it is true); null: all.</param>
/// <param name="Assignments">Columns (dots lead into structs) and their new values, computed from the old row.</param>
public sealed record UpdateTable(
    TableReference Table,
    string? Alias,
    Expression? Condition,
    ValueList<Assignment> Assignments) : Command;
