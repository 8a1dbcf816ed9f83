using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Plans;

/// <summary>Files or another source read by format. Columns of the schema, then partition columns from folder names; rows unordered.</summary>
/// <param name="Format">The format: <c>csv</c>, <c>json</c>, <c>parquet</c>, <c>text</c>, <c>delta</c>, …</param>
/// <param name="Schema">The columns; null: found from the data.</param>
/// <param name="Options">Options by name, without case.</param>
/// <param name="Paths">Files, folders and glob patterns.</param>
public sealed record DataSource(
    string Format,
    StructType? Schema,
    ValueList<KeyValuePair<string, string>> Options,
    ValueList<string> Paths) : LogicalPlan;
