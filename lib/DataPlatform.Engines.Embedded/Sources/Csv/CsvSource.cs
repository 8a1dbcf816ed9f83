using System.Globalization;
using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sources.Csv;

/// <summary>CSV files. Columns are found by position; the header only names them.</summary>
internal sealed class CsvSource : FileSource
{
    private readonly DuckDbSession _session;
    private readonly CsvOptions _options;
    private readonly CsvRecords _records;
    private readonly CsvValues _values;
    private readonly int _corrupt;

    public CsvSource(DuckDbSession session, IReadOnlyList<string> files, SourceOptions options, StructType? schema)
        : base(files)
    {
        _session = session;
        _options = new CsvOptions(options, session.TimeZone);
        _records = new CsvRecords(files, _options);
        _values = new CsvValues(_options);
        Schema = schema ?? new CsvSchema(_records, _options, _values).Find();
        _corrupt = schema?.Fields.FindIndex(f => f.Name.Equals(_options.CorruptColumn, StringComparison.OrdinalIgnoreCase)) ?? -1;
    }

    public override StructType Schema { get; }

    // A feed carries text; days and microseconds as numbers.
    public override string ToSql(IReadOnlyList<BoundExpression> filters, ValueList<BoundColumn> bindings)
    {
        var width = Schema.Fields.Count;
        var columns = Schema.Fields.Select((f, i) => $"{Typed($"f{i}", f.DataType)} AS {SqlGenerator.NameOf(bindings[i])}").DefaultIfEmpty("1 AS none");
        return $"SELECT {string.Join(", ", columns)}{Metadata(bindings, $"CAST(f{width} AS BIGINT)")} FROM {_session.Feeds.Call(this, width + 1, Rows)}";
    }

    private static string Typed(string text, DataType type) => type switch
    {
        StringType or CharType or VarcharType => text,
        DateType => $"(DATE '1970-01-01' + CAST({text} AS INTEGER))",
        TimestampType => $"make_timestamptz(CAST({text} AS BIGINT))",
        TimestampNTZType => $"make_timestamp(CAST({text} AS BIGINT))",
        _ => $"CAST({text} AS {DuckTypes.Of(type)})",
    };

    private IEnumerable<string?[]> Rows()
    {
        var data = Schema.Fields.Where((_, i) => i != _corrupt).ToList();
        foreach (var (file, text, fields) in _records.Read(_options.EnforceSchema ? null : CheckHeader))
        {
            var row = new string?[Schema.Fields.Count + 1];
            row[^1] = file.ToString(CultureInfo.InvariantCulture);
            var isMalformed = fields.Length != data.Count;
            for (var i = 0; i < data.Count; i++)
            {
                var column = _corrupt >= 0 && i >= _corrupt ? i + 1 : i;
                isMalformed |= !_values.TryConvert(i < fields.Length ? fields[i] : null, data[i].DataType, out row[column]);
            }

            if (isMalformed && !Keep(row, text, file))
            {
                continue;
            }

            yield return row;
        }
    }

    private bool Keep(string?[] row, string text, int file)
    {
        switch (_options.Mode)
        {
            case ParseMode.DropMalformed:
                return false;
            case ParseMode.FailFast:
                throw EmbeddedErrors.FailedReadFile(Files[file], $"the record does not fit the schema: {text}");
            default:
                if (_corrupt >= 0)
                {
                    row[_corrupt] = text;
                }

                return true;
        }
    }

    private void CheckHeader(int file, string?[] header)
    {
        var names = Schema.Fields.Where((_, i) => i != _corrupt).Select(f => f.Name).ToList();
        if (header.Length != names.Count || !names.Zip(header).All(p => p.First.Equals(p.Second, StringComparison.OrdinalIgnoreCase)))
        {
            throw EmbeddedErrors.FailedReadFile(Files[file], $"its header ({string.Join(", ", header)}) is not the schema's ({string.Join(", ", names)})");
        }
    }
}
