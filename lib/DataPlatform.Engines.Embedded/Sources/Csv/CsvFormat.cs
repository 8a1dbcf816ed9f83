using System.Text;
using DataPlatform.Engines.Embedded.Natives;

namespace DataPlatform.Engines.Embedded.Sources.Csv;

/// <summary>Cells as lines of CSV, as Spark's writer and <c>to_csv</c> make them; the options of both.</summary>
internal sealed class CsvFormat
{
    private readonly char _quote;
    private readonly char _escape;
    private readonly char? _escapeOfEscape;
    private readonly char _comment;
    private readonly char _lineEnd;
    private readonly bool _keepLeading;
    private readonly bool _keepTrailing;
    private readonly bool _quoteAll;
    private readonly bool _escapeQuotes;
    private readonly string _emptyValue;

    /// <exception cref="AnalysisException"><c>OPTION_VALUE_EXCEEDS_ONE_CHARACTER</c>, <c>INVALID_DELIMITER_VALUE.EMPTY_STRING</c>, <c>UNSUPPORTED_FEATURE</c>, <c>INVALID_TIMEZONE</c>, an option's pattern or flag is none.</exception>
    public CsvFormat(SourceOptions options)
    {
        if (options.Get("locale") is { } locale && !locale.Equals("en-US", StringComparison.OrdinalIgnoreCase))
        {
            throw EmbeddedErrors.UnsupportedFeature($"the csv option locale = {locale}", "Leave it out, or run the job on Spark.");
        }

        Separator = CsvOptions.SeparatorOf(options);
        _quote = CsvOptions.Character(options, "quote", '"') ?? '\0';
        _escape = CsvOptions.Character(options, "escape", '\\') ?? '\0';
        _escapeOfEscape = CsvOptions.Character(options, "charToEscapeQuoteEscaping", null) ?? (_escape == _quote ? null : _escape);
        _comment = CsvOptions.Character(options, "comment", null) ?? '#';
        _lineEnd = options.Get("lineSep") is [var end, ..] ? end : '\n';
        _keepLeading = !options.Flag("ignoreLeadingWhiteSpace", true);
        _keepTrailing = !options.Flag("ignoreTrailingWhiteSpace", true);
        _quoteAll = options.Flag("quoteAll");
        _escapeQuotes = options.Flag("escapeQuotes", true);
        _emptyValue = options.Get("emptyValue") ?? "\"\"";
        NullValue = options.Get("nullValue") ?? "";
        HasHeader = options.Flag("header");
        DateFormat = Checked(options.Get("dateFormat"), DatePattern.ForPrinting);
        TimestampFormat = Checked(options.Get("timestampFormat"), DatePattern.ForPrinting) ?? "yyyy-MM-dd'T'HH:mm:ss.SSSXXXXX";
        TimestampNtzFormat = Checked(options.Get("timestampNTZFormat"), DatePattern.ForPrinting) ?? "yyyy-MM-dd'T'HH:mm:ss.SSS";
        TimeZone = Checked(options.Get("timeZone"), SparkTimeZone.Get);
    }

    public string Separator { get; }

    public bool HasHeader { get; }

    /// <summary>What stands for null.</summary>
    public string NullValue { get; }

    /// <summary>The pattern of dates; null: ISO form.</summary>
    public string? DateFormat { get; }

    public string TimestampFormat { get; }

    public string TimestampNtzFormat { get; }

    /// <summary>The zone that instants are written in; null: the session's.</summary>
    public string? TimeZone { get; }

    /// <summary>Cells as a line.</summary>
    public string Line(IEnumerable<string?> cells) => string.Join(Separator, cells.Select((cell, i) => Cell(cell, i == 0)));

    /// <summary>A text as it stands in its line; null is the option <c>nullValue</c>, empty text and white space that is not kept the option <c>emptyValue</c>.</summary>
    public string Cell(string? text, bool isFirst)
    {
        var isStandIn = text is null;
        var cell = text ?? NullValue;
        var begin = cell is [var c, ..] ? c : '\0';
        cell = Trimmed(cell);
        if (cell.Length == 0 && !isStandIn)
        {
            (isStandIn, begin, cell) = (true, _emptyValue is [var e, ..] ? e : '\0', Trimmed(_emptyValue));
        }

        // What stands for a value may bring its own quotes.
        if (isStandIn && cell.Length >= 2 && cell[0] == _quote && cell[^1] == _quote)
        {
            return cell;
        }

        return NeedsQuotes(cell) || (isFirst && cell.Length > 0 && begin == _comment) ? Quoted(cell) : cell;
    }

    // What the check refuses is an error now, not only where a value is written.
    private static string? Checked<T>(string? text, Func<string, T> check)
    {
        if (text is not null)
        {
            check(text);
        }

        return text;
    }

    private string Trimmed(string text)
    {
        // Spark's writer mixes up its own marks here.
        if (_keepLeading && !_keepTrailing && text.Length > 0 && text.AsSpan().Trim(CsvTokenizer.White).IsEmpty)
        {
            throw EmbeddedErrors.UnsupportedFeature(
                "white space alone in CSV where what leads is kept and what trails is not", "Give ignoreLeadingWhiteSpace and ignoreTrailingWhiteSpace the same value.");
        }

        text = _keepLeading ? text : text.TrimStart(CsvTokenizer.White);
        return _keepTrailing ? text : text.TrimEnd(CsvTokenizer.White);
    }

    private bool NeedsQuotes(string text) => _quoteAll ||
        text.Contains(Separator, StringComparison.Ordinal) ||
        text.AsSpan().IndexOfAny(_lineEnd, '\n', '\r') >= 0 ||
        text is [var first, ..] && first == _quote ||
        (_escapeQuotes && text.Contains(_quote, StringComparison.Ordinal));

    private string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append(_quote);
        foreach (var c in text)
        {
            if (c == _quote)
            {
                quoted.Append(_escape);
            }
            else if (c == _escape && _escapeOfEscape is { } escape)
            {
                quoted.Append(escape);
            }

            quoted.Append(c);
        }

        return quoted.Append(_quote).ToString();
    }
}
