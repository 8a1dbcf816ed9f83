using System.Text;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Dates and times as Spark's casts read them. <c>SparkDateTimeUtils.stringToDate</c> and <c>parseTimestampString</c>.</summary>
internal static class DateText
{
    private const long MicrosOfDay = 86_400_000_000;

    /// <summary>Days since 1970-01-01 of <c>[+-]yyyy[-M[-d]]</c>, anything may follow a whole date after a space or T; null where it is none.</summary>
    public static int? Date(ReadOnlySpan<byte> text)
    {
        var bytes = AsciiText.TrimAll(text);
        var sign = Sign(bytes, out var position);
        Span<int> segments = [1, 1, 1];
        var (segment, value, digits) = (0, 0, 0);
        for (; position < bytes.Length && bytes[position] is not ((byte)' ' or (byte)'T'); position++)
        {
            if (segment < 2 && bytes[position] == (byte)'-')
            {
                if (!IsDateSegment(segment, digits, 7))
                {
                    return null;
                }

                (segments[segment++], value, digits) = (value, 0, 0);
            }
            else if (AsciiText.IsDigit(bytes[position]) && digits < 8)
            {
                (value, digits) = ((value * 10) + bytes[position] - '0', digits + 1);
            }
            else
            {
                return null;
            }
        }

        if (!IsDateSegment(segment, digits, 7) || (segment < 2 && position < bytes.Length))
        {
            return null;
        }

        segments[segment] = value;
        return Day((sign ?? 1) * segments[0], segments[1], segments[2]) is { } day and >= int.MinValue and <= int.MaxValue ? (int)day : null;
    }

    /// <summary>Microseconds since 1970-01-01 UTC; a time without a zone is one of the session's zone, a time without a date one of today.</summary>
    public static long? Timestamp(ReadOnlySpan<byte> text, SparkTimeZone session)
    {
        if (!TryParse(text, out var parsed))
        {
            return null;
        }

        var zone = parsed.Zone is { } name ? SparkTimeZone.Find(name) : session;
        if (zone is null)
        {
            return null;
        }

        var day = parsed.IsTimeOnly ? Today(zone) : Day(parsed.Year, parsed.Month, parsed.Day);
        return Micros(day, parsed) is { } local ? InRange((Int128)zone.ToInstant(local)) : null;
    }

    /// <summary>Microseconds of the local time; a zone is read and dropped, a date must be there.</summary>
    public static long? LocalTimestamp(ReadOnlySpan<byte> text) => LocalTimestamp(text, allowsZone: true);

    /// <summary>As <see cref="LocalTimestamp(ReadOnlySpan{byte})"/>; a text with a zone is none unless it may have one.</summary>
    public static long? LocalTimestamp(ReadOnlySpan<byte> text, bool allowsZone) =>
        TryParse(text, out var parsed) && !parsed.IsTimeOnly && (parsed.Zone is null || (allowsZone && SparkTimeZone.Find(parsed.Zone) is not null))
            ? Micros(Day(parsed.Year, parsed.Month, parsed.Day), parsed)
            : null;

    private static long Today(SparkTimeZone zone) =>
        (long)Math.Floor((double)zone.ToLocal((TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / 10) / MicrosOfDay);

    private static long? Micros(long? day, in Parsed parsed) =>
        day is null || parsed.Hour > 23 || parsed.Minute > 59 || parsed.Second > 59
            ? null
            : InRange(((Int128)day.Value * MicrosOfDay) + ((((parsed.Hour * 60L) + parsed.Minute) * 60) + parsed.Second) * 1_000_000 + parsed.Micros);

    private static long? InRange(Int128 micros) => micros >= long.MinValue && micros <= long.MaxValue ? (long)micros : null;

    private static long? Day(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DaysOf(year, month) ? CivilDate.ToEpochDay(year, month, day) : null;

    private static int DaysOf(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    private static int? Sign(ReadOnlySpan<byte> bytes, out int position)
    {
        position = bytes.Length > 0 && bytes[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        return position == 0 ? null : bytes[0] == (byte)'-' ? -1 : 1;
    }

    private static bool IsDateSegment(int segment, int digits, int maxYearDigits) =>
        segment == 0 ? digits >= 4 && digits <= maxYearDigits : digits is > 0 and <= 2;

    private static bool IsSegment(int segment, int digits) => segment switch
    {
        6 => true,
        7 => digits <= 2,
        _ => IsDateSegment(segment, digits, 6),
    };

    // Segments: year, month, day, hour, minute, second, fraction; what follows the second is a zone.
    private static bool TryParse(ReadOnlySpan<byte> text, out Parsed parsed)
    {
        parsed = default;
        var bytes = AsciiText.TrimAll(text);
        if (bytes.IsEmpty)
        {
            return false;
        }

        var sign = Sign(bytes, out var position);
        Span<int> segments = [1, 1, 1, 0, 0, 0, 0, 0];
        var (segment, value, digits, isTimeOnly) = (0, 0, 0, false);
        string? zone = null;
        for (; position < bytes.Length; position++)
        {
            var c = bytes[position];
            if (AsciiText.IsDigit(c))
            {
                value = segment != 6 || digits < 6 ? (value * 10) + c - '0' : value;
                digits++;
                if (segment != 6 && digits > 8)
                {
                    return false;
                }

                continue;
            }

            if (position == 0 && c == (byte)'T' && text[0] == (byte)'T')
            {
                (isTimeOnly, segment) = (true, 3);
                continue;
            }

            if (segment == 0 && c == (byte)':' && sign is null)
            {
                if (!IsSegment(3, digits))
                {
                    return false;
                }

                (isTimeOnly, segments[3], segment, value, digits) = (true, value, 4, 0, 0);
                continue;
            }

            if (!IsSegment(segment, digits) || !Follows(segment, c))
            {
                return false;
            }

            segments[segment] = segment == 6 ? Padded(value, digits) : value;
            if (segment >= 5 && !(segment == 5 && c == (byte)'.'))
            {
                zone = Encoding.UTF8.GetString(bytes[position..]).Trim();
                (segment, value, digits) = (7, 0, 0);
                break;
            }

            (segment, value, digits) = (segment + 1, 0, 0);
        }

        if (!IsSegment(segment, digits))
        {
            return false;
        }

        segments[segment] = segment == 6 ? Padded(value, digits) : value;
        parsed = new Parsed((sign ?? 1) * segments[0], segments[1], segments[2], segments[3], segments[4], segments[5], segments[6], zone, isTimeOnly);
        return true;
    }

    private static bool Follows(int segment, byte c) => segment switch
    {
        0 or 1 => c == (byte)'-',
        2 => c is (byte)' ' or (byte)'T',
        3 or 4 => c == (byte)':',
        _ => true,
    };

    private static int Padded(int value, int digits)
    {
        for (; digits < 6; digits++)
        {
            value *= 10;
        }

        return value;
    }

    private readonly record struct Parsed(int Year, int Month, int Day, int Hour, int Minute, int Second, int Micros, string? Zone, bool IsTimeOnly);
}
