using System.Collections.Concurrent;
using System.Text;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>
/// A date and time pattern as Spark takes it (<c>yyyy-MM-dd'T'HH:mm:ss[.SSS]XXX</c>): letters of <c>java.time.format.DateTimeFormatter</c> without the week-based ones, in English.
/// </summary>
internal sealed class DatePattern
{
    private static readonly ConcurrentDictionary<(string Pattern, bool IsParsing), DatePattern> Known = new();

    private readonly string _pattern;
    private readonly IReadOnlyList<DatePatternItem> _items;

    private DatePattern(string pattern, IReadOnlyList<DatePatternItem> items)
    {
        _pattern = pattern;
        _items = items;
    }

    /// <summary>The pattern of a text.</summary>
    /// <exception cref="DataPlatformException"><c>INVALID_DATETIME_PATTERN.…</c>, <c>INCONSISTENT_BEHAVIOR_CROSS_VERSION.…</c>, as Spark decides.</exception>
    public static DatePattern ForPrinting(string pattern) => Get(pattern, isParsing: false);

    /// <summary>The pattern of a text, for reading: it then has no days of the week and no quarters.</summary>
    /// <exception cref="DataPlatformException">As <see cref="ForPrinting"/>.</exception>
    public static DatePattern ForParsing(string pattern) => Get(pattern, isParsing: true);

    /// <summary>An instant, in microseconds, as text.</summary>
    public string Print(long instant, SparkTimeZone zone)
    {
        var fields = DateFields.Of(instant, zone);
        var output = new StringBuilder();
        foreach (var item in _items)
        {
            item.Print(fields, output);
        }

        return output.ToString();
    }

    /// <summary>The instant, in microseconds, that a text names; in the zone given where it names none itself. Null where the text does not have the pattern.</summary>
    public long? ParseInstant(string text, SparkTimeZone zone)
    {
        if (Parse(text) is not { } fields || fields.ToLocal() is not { } local)
        {
            return null;
        }

        return fields.Offset is { } offset ? local - (offset * 1_000_000L) : (fields.Zone ?? zone).ToInstant(local);
    }

    /// <summary>The clock's microseconds since 1970-01-01 00:00 that a text names. Null where the text does not have the pattern.</summary>
    public long? ParseLocal(string text) => Parse(text)?.ToLocal();

    /// <summary>The error of a text that does not have the pattern.</summary>
    public DataPlatformException Failure(string text) => EmbeddedErrors.CannotParseTimestamp(text, _pattern);

    private static DatePattern Get(string pattern, bool isParsing) =>
        Known.TryGetValue((pattern, isParsing), out var known)
            ? known
            : Known.GetOrAdd((pattern, isParsing), new DatePattern(pattern, DatePatternReader.Read(pattern, isParsing)));

    private DateFields? Parse(string text)
    {
        var fields = DateFields.Empty();
        var position = 0;
        foreach (var item in _items)
        {
            if (!item.Parse(text, ref position, fields))
            {
                return null;
            }
        }

        return position == text.Length ? fields : null;
    }
}
