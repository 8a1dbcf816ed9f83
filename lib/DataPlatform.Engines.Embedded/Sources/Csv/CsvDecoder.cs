using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sources.Csv;

/// <summary>Turns texts, each one record of CSV, into the columns of a schema, as Spark's <c>from_csv</c> does. Line ends are part of a record.</summary>
internal sealed class CsvDecoder
{
    private readonly StructType _schema;
    private readonly CsvOptions _options;
    private readonly CsvTokenizer _tokenizer;
    private readonly CsvColumns _columns;
    private readonly int _corrupt;

    public CsvDecoder(StructType schema, CsvOptions options)
    {
        _schema = schema;
        _options = options;
        _tokenizer = new CsvTokenizer(options);
        _corrupt = schema.Fields.FindIndex(field => field.Name == options.CorruptColumn);
        _columns = new CsvColumns(schema, _corrupt, new CsvValues(options));
    }

    /// <summary>What each column is read from, in the form of <see cref="CsvValues.Sql"/>.</summary>
    /// <exception cref="DataPlatformException"><c>MALFORMED_RECORD_IN_PARSING.WITHOUT_SUGGESTION</c>: the record does not fit, in FAILFAST mode; <c>MALFORMED_CSV_RECORD</c>.</exception>
    public string?[] Decode(string text)
    {
        var row = new string?[_schema.Fields.Count];
        if (_columns.FieldCount == 0)
        {
            return row;
        }

        var fields = Fields(_tokenizer, text, _options);
        if (fields is not null && _columns.TryFill(fields, row))
        {
            return row;
        }

        if (_options.Mode == ParseMode.FailFast)
        {
            throw EmbeddedErrors.MalformedRecord(text);
        }

        if (_corrupt >= 0 && fields is not null)
        {
            row[_corrupt] = WithoutLineEnd(text);
        }

        return row;
    }

    /// <summary>The columns that one record has, named by position, each of the narrowest type that its field fits; null where it has no fields.</summary>
    public static StructType? Infer(string text, CsvOptions options)
    {
        var types = new CsvTypes(options, new CsvValues(options));
        return Fields(new CsvTokenizer(options), text, options) is { } fields
            ? new StructType(fields.Select((field, i) => new StructField($"_c{i}", CsvTypes.Settled(types.Widen(new NullType(), field)))))
            : null;
    }

    // Null where the text is empty or a comment.
    private static string?[]? Fields(CsvTokenizer tokenizer, string text, CsvOptions options)
    {
        if (text.Length == 0 || text[0] == options.Comment)
        {
            return null;
        }

        var fields = tokenizer.Split(text);
        CsvRecords.CheckCount("the text", fields.Length, options);
        return fields;
    }

    private static string WithoutLineEnd(string text) => text switch
    {
        [.., '\r', '\n'] => text[..^2],
        [.., '\n'] => text[..^1],
        _ => text,
    };
}
