using System.Text;
using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sources.Csv;

/// <summary>Cells as lines of CSV, as Spark's writer makes them.</summary>
internal sealed class CsvFormat
{
    private readonly string _separator;
    private readonly char _quote;
    private readonly char _escape;
    private static readonly char[] White = [.. Enumerable.Range(0, 33).Select(c => (char)c)];

    private readonly bool _keepLeading;
    private readonly bool _keepTrailing;
    private readonly bool _quoteAll;
    private readonly bool _escapeQuotes;
    private readonly string _nullValue;
    private readonly string _emptyValue;

    public CsvFormat(SourceOptions options)
    {
        _separator = (options.Get("sep") ?? options.Get("delimiter") ?? ",").Replace("\\t", "\t", StringComparison.Ordinal);
        _quote = options.Get("quote") is { Length: 1 } quote ? quote[0] : '"';
        _escape = options.Get("escape") is { Length: 1 } escape ? escape[0] : '\\';
        _keepLeading = !options.Flag("ignoreLeadingWhiteSpace", true);
        _keepTrailing = !options.Flag("ignoreTrailingWhiteSpace", true);
        _quoteAll = options.Flag("quoteAll");
        _escapeQuotes = options.Flag("escapeQuotes", true);
        _nullValue = options.Get("nullValue") ?? "";
        _emptyValue = options.Get("emptyValue") ?? "\"\"";
        HasHeader = options.Flag("header");
    }

    public bool HasHeader { get; }

    /// <summary>A column as the text of its cell: instants in ISO form with milliseconds and zone unless a pattern is given.</summary>
    public static string Cell(BoundColumn column, SourceOptions options, string timeZone)
    {
        var pattern = column.Type switch
        {
            DateType => options.Get("dateFormat"),
            TimestampType => options.Get("timestampFormat") ?? "yyyy-MM-dd'T'HH:mm:ss[.SSS][XXX]",
            TimestampNTZType => options.Get("timestampNTZFormat") ?? "yyyy-MM-dd'T'HH:mm:ss[.SSS]",
            _ => null,
        };
        BoundExpression text = pattern is null
            ? Casts.To(column, new StringType())
            : FunctionResolver.Resolve("date_format", FunctionResolver.Rows("date_format"), [column, new BoundLiteral(pattern, new StringType())]);
        return SqlGenerator.Of(text, timeZone);
    }

    /// <summary>Cells as a line; null is the option <c>nullValue</c>, empty text the option <c>emptyValue</c>.</summary>
    public string Line(IEnumerable<string?> cells) => string.Join(_separator, cells.Select(Cell));

    private string Cell(string? text)
    {
        if (text is null)
        {
            return _quoteAll ? $"{_quote}{_nullValue}{_quote}" : _nullValue;
        }

        if (text.Length == 0)
        {
            return _quoteAll && _emptyValue.Length == 0 ? $"{_quote}{_quote}" : _emptyValue;
        }

        text = _keepLeading ? text : text.TrimStart(White);
        text = _keepTrailing ? text : text.TrimEnd(White);

        var needsQuotes = _quoteAll || text.Contains(_separator, StringComparison.Ordinal) || text.AsSpan().IndexOfAny('\n', '\r') >= 0 ||
            (_escapeQuotes && text.Contains(_quote, StringComparison.Ordinal));
        if (!needsQuotes)
        {
            return text;
        }

        var quoted = new StringBuilder().Append(_quote);
        foreach (var c in text)
        {
            if (c == _quote)
            {
                quoted.Append(_escape);
            }

            quoted.Append(c);
        }

        return quoted.Append(_quote).ToString();
    }
}
