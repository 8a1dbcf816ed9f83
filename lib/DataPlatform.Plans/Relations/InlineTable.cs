namespace DataPlatform.Plans;

/// <summary>Rows of constant expressions: SQL's <c>VALUES</c>. Columns <c>col1</c>, <c>col2</c>, … of the rows' common types. From SQL text only.</summary>
/// <param name="Rows">The rows, all of one length.</param>
public sealed record InlineTable(ValueList<ValueList<Expression>> Rows) : LogicalPlan;
