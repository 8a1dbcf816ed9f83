namespace DataPlatform.Plans;

/// <summary>Writes a relation's rows to a path or a table.</summary>
/// <param name="Input">The rows.</param>
/// <param name="Format">The format; null: that of <c>spark.sql.sources.default</c>, which is <c>delta</c> here as on Databricks unless set otherwise.</param>
/// <param name="Mode">What happens to data that is there.</param>
/// <param name="Options">Options by name, without case.</param>
/// <param name="PartitionBy">Partition columns in order.</param>
public sealed record WriteOperation(
    LogicalPlan Input,
    string? Format,
    WriteMode Mode,
    ValueList<KeyValuePair<string, string>> Options,
    ValueList<string> PartitionBy) : Command
{
    /// <summary>The folder; null where a table is named.</summary>
    public string? Path { get; init; }

    /// <summary>The table's name; null where a path is given.</summary>
    public string? TableName { get; init; }

    /// <summary>Whether the table must be there, with columns taken by position (<c>insertInto</c>), or is made where it is missing (<c>saveAsTable</c>).</summary>
    public bool IsInsertInto { get; init; }
}
