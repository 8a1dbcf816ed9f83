using DataPlatform.Delta;
using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sources.Csv;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>Rows as lines of CSV, JSON or text: the query that gives their cells as text, and how cells become a line.</summary>
internal sealed class TextLines
{
    private readonly IReadOnlyList<int> _partitions;
    private readonly IReadOnlyList<string> _partitionNames;
    private readonly CsvFormat? _csv;

    /// <param name="rows">The rows.</param>
    /// <param name="partitions">Positions of the partition columns, in order.</param>
    /// <param name="format"><c>csv</c>, <c>json</c> or <c>text</c>.</param>
    /// <param name="options">The writer's options.</param>
    /// <param name="timeZone">The session time zone's name.</param>
    public TextLines(Bound rows, IReadOnlyList<int> partitions, string format, SourceOptions options, string timeZone)
    {
        _partitions = [.. partitions.Select((_, i) => i)];
        var columns = rows.Scope.Columns.Select(c => c.Column).ToList();
        _partitionNames = [.. partitions.Select(i => columns[i].Name)];
        var data = columns.Where((_, i) => !partitions.Contains(i)).ToList();
        _csv = format == "csv" ? new CsvFormat(options) : null;
        Header = _csv is { HasHeader: true } ? _csv.Line(data.Select(c => c.Name)) : null;
        var cells = format switch
        {
            "csv" => CsvCells(data, new CsvSql(_csv!, timeZone), timeZone),
            "json" => [JsonLine(data, options, timeZone)],
            _ => data.Select(c => SqlGenerator.NameOf(c)),
        };
        var keys = partitions.Select(i => SqlGenerator.Of(Casts.To(columns[i], new StringType()), timeZone));
        var all = keys.Concat(cells).ToList();
        Query = $"SELECT {string.Join(", ", all)} FROM ({SqlGenerator.Internal(rows.Plan, timeZone)})";
        Types = [.. all.Select(_ => new StringType())];
    }

    public string Query { get; }

    public IReadOnlyList<DataType> Types { get; }

    /// <summary>The first line of each file; null: none.</summary>
    public string? Header { get; }

    /// <summary>The folder of a row's partition, empty without partitions.</summary>
    public string Partition(object?[] row) =>
        PartitionPath.Of(_partitions.Select(i => new KeyValuePair<string, string?>(_partitionNames[i], (string?)row[i])));

    /// <summary>A row's line.</summary>
    public string Line(object?[] row)
    {
        var cells = row.Skip(_partitions.Count).Select(cell => (string?)cell);
        return _csv is null ? cells.First() ?? "" : _csv.Line(cells);
    }

    private static IEnumerable<string> CsvCells(IReadOnlyList<BoundColumn> data, CsvSql csv, string timeZone) => data.Select(c => csv.Text(SqlGenerator.Of(c, timeZone), c.Type));

    private static string JsonLine(IReadOnlyList<BoundColumn> data, SourceOptions options, string timeZone)
    {
        var type = new StructType(data.Select(c => new StructField(c.Name, c.Type, c.IsNullable)));
        var row = new BoundCall(Functions.StructuralFunctions.StructOf, data.Select(c => (BoundExpression)c).ToValueList(), type, IsNullable: false);
        var given = options.Given("dateFormat", "timestampFormat", "timestampNTZFormat", "timeZone", "ignoreNullFields").SelectMany(o => new[] { o.Key, o.Value }).ToList();
        BoundExpression[] arguments = given.Count == 0
            ? [row]
            : [row, FunctionResolver.Resolve("map", FunctionResolver.Rows("map"), given.ConvertAll(text => (BoundExpression)new BoundLiteral(text, new StringType())))];
        return SqlGenerator.Of(FunctionResolver.Resolve("to_json", FunctionResolver.Rows("to_json"), arguments), timeZone);
    }
}
