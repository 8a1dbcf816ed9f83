namespace DataPlatform.Plans;

/// <summary>
/// For every left row the rows that a generator makes of it: SQL's <c>LATERAL VIEW</c>. Columns of the left, then of the generator. From SQL text only.
/// </summary>
/// <param name="Input">The left relation.</param>
/// <param name="Generator">The generator function, such as <c>explode(x)</c>.</param>
/// <param name="IsOuter">Whether a left row without generated rows is kept, with nulls.</param>
/// <param name="TableAlias">Alias of the generated columns; may be empty.</param>
/// <param name="ColumnNames">Their names; none: the generator's own.</param>
public sealed record Generate(
    LogicalPlan Input,
    Expression Generator,
    bool IsOuter,
    string TableAlias,
    ValueList<string> ColumnNames) : UnaryPlan(Input);
