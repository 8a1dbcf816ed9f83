using System.Globalization;

namespace DataPlatform.Pipelines;

/// <summary>The errors of the platform's transformation logic.</summary>
internal static class PipelineErrors
{
    public static ConfigurationException SourceFolderNotFound(string source, string path) =>
        new("SOURCE_FOLDER_NOT_FOUND", $"The folder '{path}' of the source '{source}' is not there; a source without new files has an empty one.", With("path", path));

    public static ConfigurationException TableNotFound(LakeTable table) =>
        new("TABLE_NOT_FOUND", $"The table {table} is not there ('{table.Path}'); run the job that writes it first.", With("table", table.Identifier));

    public static DataRefusedException NotText(string path) =>
        new("NOT_A_TEXT_FILE", $"'{path}' is not what its name says: it is no UTF-8 text. {Redeliver}", With("file", path));

    public static DataRefusedException NotGzip(string path) =>
        new("NOT_A_GZIP_FILE", $"'{path}' is not what its name says: it is not gzipped. {Redeliver}", With("file", path));

    public static DataRefusedException TruncatedGzip(string path, Exception? cause) =>
        new("TRUNCATED_FILE", $"'{path}' is truncated or damaged: its content does not end as gzip says (one gzip member a file is read). {Redeliver}", With("file", path), cause);

    public static DataRefusedException NotJsonLines(string path, string line) =>
        new("NOT_JSON_LINES", $"'{path}' is not what its name says: it begins with '{Cut(line)}' where a JSON object is wanted, one a line. {Redeliver}", With("file", path));

    public static DataRefusedException NoHeader(string path) =>
        new("FILE_WITHOUT_HEADER", $"'{path}' has no first line that names its columns. {Redeliver}", With("file", path));

    public static DataRefusedException DuplicateColumn(string path, string column) =>
        new("DUPLICATE_COLUMN", $"'{path}' names the column '{column}' twice. {Redeliver}", new Dictionary<string, string> { ["file"] = path, ["column"] = column });

    public static DataRefusedException MissingColumn(string file, string column, IEnumerable<string> unexpected) =>
        new(
            "MISSING_COLUMN",
            $"'{file}' lacks the column '{column}'{Unexpected(unexpected)}. {Redeliver} A column that may be absent is marked optional in the data set's definition.",
            new Dictionary<string, string> { ["file"] = file, ["column"] = column });

    public static DataRefusedException NewColumn(string file, string column, string source) =>
        new(
            "UNEXPECTED_COLUMN",
            $"'{file}' has the column '{column}', which the source '{source}' does not name. Name it in the data set's definition, or let newColumns be Evolve or Rescue.",
            new Dictionary<string, string> { ["file"] = file, ["column"] = column });

    public static DataRefusedException ReservedColumn(string file, string column) =>
        new(
            "RESERVED_COLUMN",
            $"'{file}' has the column '{column}', a name that bronze tables keep for what is known of a delivery. Let the source name it otherwise.",
            new Dictionary<string, string> { ["file"] = file, ["column"] = column });

    public static DataRefusedException MalformedRows(LakeTable table, long rows, string file, string text) =>
        new(
            "MALFORMED_ROW",
            $"{table} refuses the delivery: {Count(rows)} in it cannot be read, having too few or too many fields or being no JSON; the first in '{file}': {Cut(text)}. {Redeliver}",
            new Dictionary<string, string> { ["table"] = table.Identifier, ["file"] = file });

    public static DataRefusedException WrongType(LakeTable table, long rows, string file, SourceColumn column, string value) =>
        new(
            "WRONG_TYPE",
            $"{table} refuses the delivery: {Count(rows)} in it hold a value that is not of its column's type; the first in '{file}': '{Cut(value)}' in the column '{column.Name}' is no {column.Type}. {Redeliver}",
            new Dictionary<string, string> { ["table"] = table.Identifier, ["file"] = file, ["column"] = column.Name, ["value"] = value });

    public static DataRefusedException ExpectationFailed(LakeTable table, ExpectationResult result) =>
        new(
            "EXPECTATION_FAILED",
            $"{table} is not written: {result.Failed.ToString(CultureInfo.InvariantCulture)} of {Count(result.Rows)} fail '{result.Expectation.Name}', that is not: {result.Expectation.Condition}. Mend the data, or let the expectation quarantine.",
            new Dictionary<string, string> { ["table"] = table.Identifier, ["expectation"] = result.Expectation.Name });

    public static DataPlatformException ConcurrentIngestion(long batch, string run) =>
        new("CONCURRENT_INGESTION", $"Batch {batch} was recorded by another run ({run}) at the same time; run again.", With("batch", batch.ToString(CultureInfo.InvariantCulture)), isTransient: true);

    public static DataPlatformException BatchFileMissing(long batch, string path) =>
        new(
            "BATCH_FILE_MISSING",
            $"Batch {batch} was recorded but not finished, and its file '{path}' is gone from the landing folder. Put it back, or take everything in anew with --full-refresh.",
            With("file", path));

    private const string Redeliver = "Nothing was taken in; mend or remove the file and run again.";

    private static Dictionary<string, string> With(string name, string value) => new() { [name] = value };

    private static string Count(long rows) => rows == 1 ? "1 row" : $"{rows.ToString(CultureInfo.InvariantCulture)} rows";

    private static string Cut(string text) => text.Length <= 200 ? text : $"{text[..200]}…";

    private static string Unexpected(IEnumerable<string> columns) =>
        columns.ToList() is { Count: > 0 } names ? $" (and has {string.Join(", ", names.Select(name => $"'{name}'"))}, which nobody expects)" : "";
}
