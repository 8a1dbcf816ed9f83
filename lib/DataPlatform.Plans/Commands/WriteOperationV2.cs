namespace DataPlatform.Plans;

/// <summary>Writes a relation's rows to a named table: <c>df.writeTo(table)</c>.</summary>
/// <param name="Input">The rows.</param>
/// <param name="TableName">The table as in SQL text.</param>
/// <param name="Mode">What is done.</param>
/// <param name="Provider">The format of a table made anew; null: the default.</param>
/// <param name="PartitionedBy">Its partition columns.</param>
/// <param name="Options">Writer options.</param>
/// <param name="TableProperties">Properties of a table made anew.</param>
/// <param name="OverwriteCondition">For <see cref="WriteModeV2.Overwrite"/>: which rows are replaced; else null.</param>
public sealed record WriteOperationV2(
    LogicalPlan Input,
    string TableName,
    WriteModeV2 Mode,
    string? Provider,
    ValueList<Expression> PartitionedBy,
    ValueList<KeyValuePair<string, string>> Options,
    ValueList<KeyValuePair<string, string>> TableProperties,
    Expression? OverwriteCondition) : Command;
