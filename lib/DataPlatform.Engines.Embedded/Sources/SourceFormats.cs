using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Engines.Embedded.Sources.Csv;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>The formats that files can be read in.</summary>
internal static class SourceFormats
{
    public static bool IsKnown(string format) => format.ToLowerInvariant() is "csv" or "json" or "parquet" or "text" or "delta";

    /// <summary>Files as rows.</summary>
    /// <exception cref="AnalysisException"><c>DATA_SOURCE_NOT_FOUND</c>, <c>PATH_NOT_FOUND</c>, <c>UNABLE_TO_INFER_SCHEMA</c>.</exception>
    public static ISource Open(DataSource source, DuckDbSession session)
    {
        var format = source.Format.ToLowerInvariant();
        if (!IsKnown(format))
        {
            throw new AnalysisException(
                "DATA_SOURCE_NOT_FOUND",
                $"The embedded engine reads no format '{source.Format}'; it reads csv, json, parquet, text and delta.",
                EmbeddedErrors.Of(("provider", source.Format)));
        }

        var options = new SourceOptions(source.Options);
        RefusedOptions.Check(format, options);
        var paths = source.Paths.Count > 0 ? source.Paths : options.Get("path") is { } path ? [path] : [];
        var files = FileLayout.Select(paths, FileListing.Find(paths), options);
        var given = source.Schema?.AsNullable();
        var partitions = options.Flag("recursiveFileLookup") ? PartitionFolders.None : PartitionFolders.Of(paths, files, options.Get("basePath"), given, session.TimeZone);
        var schema = given is null ? null : new StructType(given.Fields.Where(f => !partitions.Fields.Any(p => p.Name.Equals(f.Name, StringComparison.OrdinalIgnoreCase))));
        if (files.Count == 0 && schema is null && format != "text")
        {
            throw new AnalysisException(
                "UNABLE_TO_INFER_SCHEMA", $"There is no {format} file in {string.Join(", ", paths)} to tell the columns: give a schema.", EmbeddedErrors.Of(("format", format)));
        }

        return format switch
        {
            "csv" => new CsvSource(session, files, options, schema) { Partitions = partitions },
            "json" => JsonSource.Open(session, files, options, schema, partitions),
            "text" => new TextSource(session, files, options, schema) { Partitions = partitions },
            _ => ParquetSource.Open(session, files, schema, options.Flag("mergeSchema"), partitions),
        };
    }
}
