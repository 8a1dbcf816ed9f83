using Microsoft.Spark.Sql;

namespace DataPlatform.Pipelines;

/// <summary>A batch as it was read: every delivered column as text, the row's text where it is not well formed, and what is known of its file.</summary>
/// <param name="Rows">The rows, unordered.</param>
/// <param name="Columns">The delivered columns, of all files, in the order in which they were found.</param>
internal sealed record SourceRows(DataFrame Rows, IReadOnlyList<string> Columns);
