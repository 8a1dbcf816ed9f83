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
    private readonly CsvColumns _columns;
    private readonly int _corrupt;

    public CsvSource(DuckDbSession session, IReadOnlyList<string> files, SourceOptions options, StructType? schema)
        : base(files)
    {
        _session = session;
        _options = new CsvOptions(options, session.TimeZone);
        _records = new CsvRecords(files, _options);
        var values = new CsvValues(_options);
        Schema = schema ?? new CsvSchema(_records, _options, new CsvTypes(_options, values)).Find();
        _corrupt = schema?.Fields.FindIndex(f => f.Name.Equals(_options.CorruptColumn, StringComparison.OrdinalIgnoreCase)) ?? -1;
        _columns = new CsvColumns(Schema, _corrupt, values);
    }

    public override StructType Schema { get; }

    public override string ToSql(IReadOnlyList<BoundExpression> filters, ValueList<BoundColumn> bindings)
    {
        var width = Schema.Fields.Count;
        var columns = Schema.Fields.Select((f, i) => $"{CsvValues.Sql($"f{i}", f.DataType)} AS {SqlGenerator.NameOf(bindings[i])}").DefaultIfEmpty("1 AS none");
        return $"SELECT {string.Join(", ", columns)}{Metadata(bindings, $"CAST(f{width} AS BIGINT)")} FROM {_session.Feeds.Call(this, width + 1, Rows)}";
    }

    private IEnumerable<FeedRow> Rows()
    {
        var plain = Schema.Fields.TrueForAll(field => field.DataType is StringType) ? PlainCsvLine.For(_options) : null;
        return plain is null ? FeedRow.Of(Schema.Fields.Count + 1, Records(Enumerable.Range(0, Files.Count))) : PlainRows(plain);
    }

    // Most lines of most files are split where they lie; one that is not plain goes the way of all others.
    private IEnumerable<FeedRow> PlainRows(PlainCsvLine plain)
    {
        var (row, tokenizer) = (new FeedRow(Schema.Fields.Count + 1), new CsvTokenizer(_options));
        int[] columns = [.. Enumerable.Range(0, Schema.Fields.Count).Where(i => i != _corrupt)];
        for (var file = 0; file < Files.Count; file++)
        {
            using var lines = Utf8Lines.TryOpen(Files[file]);
            if (lines is null)
            {
                foreach (var record in FeedRow.Of(Schema.Fields.Count + 1, Records([file])))
                {
                    yield return record;
                }

                continue;
            }

            if (_options.HasHeader)
            {
                ReadHeader(tokenizer, lines, file);
            }

            while (lines.Read())
            {
                if (plain.Fits(lines.Line) ? TrySplit(plain, columns, lines, file, row) : TryParse(tokenizer, lines, file, row))
                {
                    yield return row;
                }
            }
        }
    }

    private void ReadHeader(CsvTokenizer tokenizer, Utf8Lines lines, int file)
    {
        string?[]? fields = null;
        while (fields is null && lines.Read())
        {
            fields = Fields(tokenizer, lines.Text(), file);
        }

        if (fields is not null)
        {
            CheckHeader(file, fields);
        }
    }

    // False where the mode drops the record.
    private bool TrySplit(PlainCsvLine plain, int[] columns, Utf8Lines lines, int file, FeedRow row)
    {
        row.Clear();
        row.Set(Schema.Fields.Count, file.ToString(CultureInfo.InvariantCulture));
        var count = plain.Split(lines, row, columns);
        CsvRecords.CheckCount(Files[file], count, _options);
        return count == columns.Length || Keep(row, lines, file);
    }

    // False where the line is no record, or the mode drops it.
    private bool TryParse(CsvTokenizer tokenizer, Utf8Lines lines, int file, FeedRow row)
    {
        var text = lines.Text();
        if (Fields(tokenizer, text, file) is not { } fields || Row(file, text, fields) is not { } values)
        {
            return false;
        }

        row.SetAll(values);
        return true;
    }

    // Null where the line is no record.
    private string?[]? Fields(CsvTokenizer tokenizer, string text, int file)
    {
        if (tokenizer.IsSkipped(text))
        {
            return null;
        }

        var fields = tokenizer.Split(text);
        CsvRecords.CheckCount(Files[file], fields.Length, _options);
        return fields;
    }

    private IEnumerable<string?[]> Records(IEnumerable<int> files) => files
        .SelectMany(file => new CsvRecords([Files[file]], _options).Read((_, header) => CheckHeader(file, header)).Select(record => Row(file, record.Text, record.Fields)))
        .OfType<string?[]>();

    // Null where the mode drops the record.
    private string?[]? Row(int file, string text, string?[] fields)
    {
        var row = new string?[Schema.Fields.Count + 1];
        row[^1] = file.ToString(CultureInfo.InvariantCulture);
        if (_columns.TryFill(fields, row))
        {
            return row;
        }

        if (!KeepsMalformed(text, file))
        {
            return null;
        }

        if (_corrupt >= 0)
        {
            row[_corrupt] = text;
        }

        return row;
    }

    private bool Keep(FeedRow row, Utf8Lines lines, int file)
    {
        var text = lines.Text();
        var isKept = KeepsMalformed(text, file);
        if (isKept && _corrupt >= 0)
        {
            row.Set(_corrupt, text);
        }

        return isKept;
    }

    private bool KeepsMalformed(string text, int file) => _options.Mode switch
    {
        ParseMode.DropMalformed => false,
        ParseMode.FailFast => throw EmbeddedErrors.FailedReadFile(Files[file], $"the record does not fit the schema: {text}"),
        _ => true,
    };

    private void CheckHeader(int file, string?[] header)
    {
        if (_options.EnforceSchema)
        {
            return;
        }

        var names = Schema.Fields.Where((_, i) => i != _corrupt).Select(f => f.Name).ToList();
        if (header.Length != names.Count || !names.Zip(header).All(p => p.First.Equals(p.Second, StringComparison.OrdinalIgnoreCase)))
        {
            throw EmbeddedErrors.FailedReadFile(Files[file], $"its header ({string.Join(", ", header)}) is not the schema's ({string.Join(", ", names)})");
        }
    }
}
