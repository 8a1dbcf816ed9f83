namespace DataPlatform.Plans;

/// <summary>
/// Merges rows into a Delta table in one commit. A target row that several source rows would change is an error (<c>DELTA_MULTIPLE_SOURCE_ROW_MATCHING_TARGET_ROW_IN_MERGE</c>).
/// Result: <c>num_affected_rows</c>, <c>num_updated_rows</c>, <c>num_deleted_rows</c>, <c>num_inserted_rows</c>, all bigint, one row.
/// </summary>
/// <param name="Table">The target.</param>
/// <param name="TargetAlias">Its name in expressions; null: none.</param>
/// <param name="Source">The source rows.</param>
/// <param name="Condition">Which pairs match.</param>
/// <param name="Matched">What is done with matched target rows: the first action whose condition holds.</param>
/// <param name="NotMatched">What is done with source rows without a match: inserts.</param>
/// <param name="NotMatchedBySource">What is done with target rows without a match.</param>
/// <param name="WithSchemaEvolution">Whether columns that only the source has are added to the target.</param>
public sealed record MergeIntoTable(
    TableReference Table,
    string? TargetAlias,
    LogicalPlan Source,
    Expression Condition,
    ValueList<MergeAction> Matched,
    ValueList<MergeAction> NotMatched,
    ValueList<MergeAction> NotMatchedBySource,
    bool WithSchemaEvolution) : Command;
