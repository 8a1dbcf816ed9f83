using DataPlatform;
using DataPlatform.Plans;

namespace Microsoft.Spark.Sql;

/// <summary>
/// Writes a data frame: format, mode, partition columns and options first, then a method that writes at once. Options are the format's own, by
/// Spark's names.
/// </summary>
public sealed class DataFrameWriter
{
    private readonly DataFrame _rows;
    private readonly OptionList _options = new();
    private string? _format;
    private WriteMode? _mode;
    private ValueList<string> _partitionBy = [];

    internal DataFrameWriter(DataFrame rows) => _rows = rows;

    /// <summary>Says what happens to data that is there; without it the write fails.</summary>
    public DataFrameWriter Mode(SaveMode saveMode)
    {
        _mode = saveMode switch
        {
            SaveMode.Append => WriteMode.Append,
            SaveMode.Overwrite => WriteMode.Overwrite,
            SaveMode.ErrorIfExists => WriteMode.ErrorIfExists,
            SaveMode.Ignore => WriteMode.Ignore,
            _ => throw new ArgumentOutOfRangeException(nameof(saveMode), saveMode, "No save mode."),
        };
        return this;
    }

    /// <summary>
    /// Says it by name: <c>append</c>, <c>overwrite</c>, <c>error</c> (<c>errorifexists</c>, <c>default</c>) or <c>ignore</c>; case does not count.
    /// </summary>
    /// <exception cref="AnalysisException"><c>INVALID_SAVE_MODE</c>: another name.</exception>
    public DataFrameWriter Mode(string saveMode)
    {
        ArgumentNullException.ThrowIfNull(saveMode);
        return Mode(saveMode.ToLowerInvariant() switch
        {
            "append" => SaveMode.Append,
            "overwrite" => SaveMode.Overwrite,
            "error" or "errorifexists" or "default" => SaveMode.ErrorIfExists,
            "ignore" => SaveMode.Ignore,
            _ => throw SparkErrors.InvalidSaveMode(saveMode),
        });
    }

    /// <summary>
    /// Sets the format: <c>csv</c>, <c>json</c>, <c>parquet</c>, <c>text</c>, <c>delta</c>; without it that of <c>spark.sql.sources.default</c>,
    /// which is delta.
    /// </summary>
    public DataFrameWriter Format(string source)
    {
        _format = source ?? throw new ArgumentNullException(nameof(source));
        return this;
    }

    /// <summary>
    /// Sets an option; one of that name (case aside) is replaced. Delta has <c>replaceWhere</c>, <c>mergeSchema</c>, <c>overwriteSchema</c>,
    /// <c>txnAppId</c>, <c>txnVersion</c>, ….
    /// </summary>
    public DataFrameWriter Option(string key, string value)
    {
        _options.Set(key, value);
        return this;
    }

    /// <summary>Sets an option to <c>true</c> or <c>false</c>.</summary>
    public DataFrameWriter Option(string key, bool value)
    {
        _options.Set(key, value);
        return this;
    }

    /// <summary>Sets an option to a whole number.</summary>
    public DataFrameWriter Option(string key, long value)
    {
        _options.Set(key, value);
        return this;
    }

    /// <summary>Sets an option to a number, written without regard to culture.</summary>
    public DataFrameWriter Option(string key, double value)
    {
        _options.Set(key, value);
        return this;
    }

    /// <summary>Sets several options.</summary>
    public DataFrameWriter Options(Dictionary<string, string> options)
    {
        _options.Set(options);
        return this;
    }

    /// <summary>Sets the partition columns, in order: each has folders <c>name=value</c>, and its values are not in the files.</summary>
    public DataFrameWriter PartitionBy(params string[] colNames)
    {
        _partitionBy = [.. colNames];
        return this;
    }

    /// <summary>Writes to a folder.</summary>
    /// <exception cref="DataPlatformException"><c>PATH_ALREADY_EXISTS</c> under the mode that fails; or writing failed, and nothing is to be seen of it.</exception>
    public void Save(string path) => Run(Operation() with { Path = path ?? throw new ArgumentNullException(nameof(path)) });

    /// <summary>Writes to the folder of the option <c>path</c>.</summary>
    /// <exception cref="InvalidOperationException">The option is not set.</exception>
    public void Save() => Save(_options.Get("path") ?? throw SparkErrors.NoPath());

    /// <summary>Adds rows to a table that is there, columns matched by position; with mode <c>Overwrite</c> in place of its rows.</summary>
    /// <exception cref="AnalysisException"><c>TABLE_OR_VIEW_NOT_FOUND</c>, or the columns do not fit.</exception>
    public void InsertInto(string tableName) => Run(Operation() with
    {
        TableName = tableName ?? throw new ArgumentNullException(nameof(tableName)),
        IsInsertInto = true,
        Mode = _mode == WriteMode.Overwrite ? WriteMode.Overwrite : WriteMode.Append,
    });

    /// <summary>Writes to a table by name, which is made where it is missing; columns are matched by name.</summary>
    /// <exception cref="AnalysisException"><c>TABLE_OR_VIEW_ALREADY_EXISTS</c> under the mode that fails.</exception>
    public void SaveAsTable(string tableName) => Run(Operation() with { TableName = tableName ?? throw new ArgumentNullException(nameof(tableName)) });

    /// <summary>Writes JSON, an object a line without null fields, to a folder.</summary>
    public void Json(string path) => Format("json").Save(path);

    /// <summary>Writes Parquet to a folder.</summary>
    public void Parquet(string path) => Format("parquet").Save(path);

    /// <summary>Writes the one string column, a line a row, to a folder.</summary>
    public void Text(string path) => Format("text").Save(path);

    /// <summary>Writes CSV to a folder.</summary>
    public void Csv(string path) => Format("csv").Save(path);

    private WriteOperation Operation() =>
        new(_rows.Plan, _format, _mode ?? WriteMode.ErrorIfExists, _options.ToValueList(except: "path"), _partitionBy);

    private void Run(WriteOperation operation) => _rows.Session.Engine.Execute(operation);
}
