using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql;

/// <summary>
/// Reads files and tables: format, schema and options first, then a method that gives the data frame. Options are the format's own, by Spark's names.
/// </summary>
/// <remarks>
/// Nothing is read until the data frame is used, but for what its schema needs. Paths are files, folders or patterns with <c>*</c>, <c>?</c>,
/// <c>[…]</c>, <c>{…}</c>.
/// </remarks>
public sealed class DataFrameReader
{
    private readonly SparkSession _session;
    private readonly OptionList _options = new();
    private string? _format;
    private StructType? _schema;

    internal DataFrameReader(SparkSession session) => _session = session;

    /// <summary>
    /// Sets the format: <c>csv</c>, <c>json</c>, <c>parquet</c>, <c>text</c>, <c>delta</c>; without it that of <c>spark.sql.sources.default</c>,
    /// which is delta.
    /// </summary>
    public DataFrameReader Format(string source)
    {
        _format = source ?? throw new ArgumentNullException(nameof(source));
        return this;
    }

    /// <summary>Sets the columns, in place of finding them from the data. A column that the data lacks is null.</summary>
    public DataFrameReader Schema(StructType schema)
    {
        _schema = schema ?? throw new ArgumentNullException(nameof(schema));
        return this;
    }

    /// <summary>Sets the columns from a list such as <c>a INT, b STRING</c>.</summary>
    /// <exception cref="DataPlatform.AnalysisException"><c>PARSE_SYNTAX_ERROR</c> or <c>UNSUPPORTED_DATATYPE</c>.</exception>
    public DataFrameReader Schema(string schemaString) => Schema(StructType.FromDdl(schemaString));

    /// <summary>Sets an option; one of that name (case aside) is replaced.</summary>
    public DataFrameReader Option(string key, string value)
    {
        _options.Set(key, value);
        return this;
    }

    /// <summary>Sets an option to <c>true</c> or <c>false</c>.</summary>
    public DataFrameReader Option(string key, bool value)
    {
        _options.Set(key, value);
        return this;
    }

    /// <summary>Sets an option to a whole number.</summary>
    public DataFrameReader Option(string key, long value)
    {
        _options.Set(key, value);
        return this;
    }

    /// <summary>Sets an option to a number, written without regard to culture.</summary>
    public DataFrameReader Option(string key, double value)
    {
        _options.Set(key, value);
        return this;
    }

    /// <summary>Sets several options.</summary>
    public DataFrameReader Options(Dictionary<string, string> options)
    {
        _options.Set(options);
        return this;
    }

    /// <summary>The data at the option <c>path</c>.</summary>
    public DataFrame Load() => Load([]);

    /// <summary>The data at a path.</summary>
    public DataFrame Load(string path) => Load([path ?? throw new ArgumentNullException(nameof(path))]);

    /// <summary>The data at several paths together.</summary>
    public DataFrame Load(params string[] paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var format = _format ?? _session.Engine.Configuration.Get("spark.sql.sources.default") ?? "delta";
        return paths.Length == 0 && _options.Get("path") is { } path
            ? new DataFrame(_session, new DataSource(format, _schema, _options.ToValueList(except: "path"), [path]))
            : new DataFrame(_session, new DataSource(format, _schema, _options.ToValueList(), [.. paths]));
    }

    /// <summary>JSON, an object a line (option <c>multiLine</c>: a file). Columns found from the data come in the order of their names.</summary>
    public DataFrame Json(params string[] paths) => Format("json").Load(paths);

    /// <summary>CSV. Without <c>header</c> columns are <c>_c0</c>, <c>_c1</c>, …; without a schema or <c>inferSchema</c> all are strings.</summary>
    public DataFrame Csv(params string[] paths) => Format("csv").Load(paths);

    /// <summary>Parquet.</summary>
    public DataFrame Parquet(params string[] paths) => Format("parquet").Load(paths);

    /// <summary>A table, a temporary view, or files as <c>format.`path`</c>.</summary>
    public DataFrame Table(string tableName) => new(_session, new NamedTable(tableName, _options.ToValueList()));

    /// <summary>One column <c>value</c> (string): a row a line, or with option <c>wholetext</c> a file.</summary>
    public DataFrame Text(params string[] paths) => Format("text").Load(paths);
}
