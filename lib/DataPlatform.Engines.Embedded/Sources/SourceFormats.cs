using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Engines.Embedded.Sources.Csv;
using DataPlatform.Plans;

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
        var paths = source.Paths.Count > 0 ? source.Paths : options.Get("path") is { } path ? [path] : [];
        var files = FileListing.Find(paths);
        return format switch
        {
            "csv" => new CsvSource(session, files, options, source.Schema),
            "json" => JsonSource.Open(session, files, options, source.Schema),
            "text" => new TextSource(session, files, options, source.Schema),
            _ => ParquetSource.Open(session, files, source.Schema),
        };
    }
}
