using System.Globalization;

namespace DataPlatform.Delta;

/// <summary>Dates and timestamps as the log writes them. What cannot be read, years outside 1 to 9999 included, is null.</summary>
internal static class TemporalText
{
    private static readonly string[] LocalFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd' 'HH:mm", "yyyy-MM-dd",
    ];

    /// <summary>Days since 1970-01-01 of <c>yyyy-MM-dd</c>.</summary>
    public static int? Date(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? (int)(date.Ticks / TimeSpan.TicksPerDay - DateTime.UnixEpoch.Ticks / TimeSpan.TicksPerDay)
            : null;

    /// <summary>Microseconds since 1970-01-01T00:00:00 of a date and time without zone.</summary>
    public static long? Local(string text) =>
        DateTime.TryParseExact(text, LocalFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? Microseconds(time) : null;

    /// <summary>Microseconds since 1970-01-01T00:00:00Z; text without <c>Z</c> or offset is of the zone given.</summary>
    public static long? Instant(string text, TimeZoneInfo zone)
    {
        var (local, offset) = SplitOffset(text);
        if (!DateTime.TryParseExact(local, LocalFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return null;
        }

        return Microseconds(time) - ((offset ?? OffsetOf(time, zone)).Ticks / TimeSpan.TicksPerMicrosecond);
    }

    /// <summary><c>yyyy-MM-dd HH:mm:ss</c> with as many digits of the second's fraction as it has.</summary>
    public static string Format(long micros, string separator)
    {
        var time = DateTime.UnixEpoch.AddTicks(checked(micros * TimeSpan.TicksPerMicrosecond));
        return time.ToString($"yyyy-MM-dd'{separator}'HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture);
    }

    private static (string Local, TimeSpan? Offset) SplitOffset(string text)
    {
        if (text.EndsWith('Z'))
        {
            return (text[..^1], TimeSpan.Zero);
        }

        // An offset follows the time of day; the date has hyphens too.
        var sign = text.LastIndexOfAny(['+', '-']);
        if (sign < "yyyy-MM-ddTHH".Length)
        {
            return (text, null);
        }

        var parts = text[(sign + 1)..].Split(':');
        if (parts.Length is < 1 or > 3 || !Array.TrueForAll(parts, part => part.Length == 2 && part.All(char.IsAsciiDigit)))
        {
            return (text, null);
        }

        var numbers = Array.ConvertAll(parts, part => int.Parse(part, CultureInfo.InvariantCulture));
        var offset = new TimeSpan(numbers[0], numbers.ElementAtOrDefault(1), numbers.ElementAtOrDefault(2));
        return (text[..sign], text[sign] == '-' ? -offset : offset);
    }

    // Where a clock shows a time twice Spark takes the first; where it skips one, the offset from before the change.
    private static TimeSpan OffsetOf(DateTime local, TimeZoneInfo zone) =>
        zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);

    private static long Microseconds(DateTime time) => (time.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
}
