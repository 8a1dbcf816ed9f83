using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.TimeZones;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>
/// A time zone by one of the names that Spark takes: regions, offsets, and Java's short names. Clock times that a zone skips move forward by the gap; those it has twice are the earlier.
/// </summary>
internal sealed partial class SparkTimeZone
{
    private const long MicrosPerSecond = 1_000_000;
    private const long TicksPerMicro = 10;

    // The calendar repeats every 400 years; a zone's rules are asked in years that NodaTime has.
    private const long MicrosPerCycle = 146_097L * 86_400 * MicrosPerSecond;
    private const long LastKnown = 250_000_000_000 * MicrosPerSecond;
    private const long FirstKnown = -300_000_000_000 * MicrosPerSecond;

    private static readonly ConcurrentDictionary<string, SparkTimeZone> Known = new(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> ShortNames = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ACT"] = "Australia/Darwin",
        ["AET"] = "Australia/Sydney",
        ["AGT"] = "America/Argentina/Buenos_Aires",
        ["ART"] = "Africa/Cairo",
        ["AST"] = "America/Anchorage",
        ["BET"] = "America/Sao_Paulo",
        ["BST"] = "Asia/Dhaka",
        ["CAT"] = "Africa/Harare",
        ["CNT"] = "America/St_Johns",
        ["CST"] = "America/Chicago",
        ["CTT"] = "Asia/Shanghai",
        ["EAT"] = "Africa/Addis_Ababa",
        ["ECT"] = "Europe/Paris",
        ["IET"] = "America/Indiana/Indianapolis",
        ["IST"] = "Asia/Kolkata",
        ["JST"] = "Asia/Tokyo",
        ["MIT"] = "Pacific/Apia",
        ["NET"] = "Asia/Yerevan",
        ["NST"] = "Pacific/Auckland",
        ["PLT"] = "Asia/Karachi",
        ["PNT"] = "America/Phoenix",
        ["PRT"] = "America/Puerto_Rico",
        ["PST"] = "America/Los_Angeles",
        ["SST"] = "Pacific/Guadalcanal",
        ["VST"] = "Asia/Ho_Chi_Minh",
        ["EST"] = "-05:00",
        ["MST"] = "-07:00",
        ["HST"] = "-10:00",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Next to a change of the offset clocks show times that are none or two; no change is larger than a day.
    private const long MicrosAtChange = 2L * 86_400 * MicrosPerSecond;

    private readonly DateTimeZone _zone;
    private Stretch? _lastStretch;

    private SparkTimeZone(string id, DateTimeZone zone)
    {
        Id = id;
        _zone = zone;
        IsFixed = zone.MinOffset == zone.MaxOffset;
    }

    /// <summary>The name as Java writes it: <c>Europe/Berlin</c>, <c>+02:00</c>, <c>Z</c>.</summary>
    public string Id { get; }

    /// <summary>Whether the offset never changes.</summary>
    public bool IsFixed { get; }

    /// <summary>The zone of a name.</summary>
    /// <exception cref="DataPlatformException"><c>INVALID_TIMEZONE</c></exception>
    public static SparkTimeZone Get(string name) => Find(name) ?? throw EmbeddedErrors.InvalidTimeZone(name);

    /// <summary>The zone of a name; null where there is none.</summary>
    public static SparkTimeZone? Find(string name)
    {
        if (Known.TryGetValue(name, out var known))
        {
            return known;
        }

        return Resolve(ShortNames.GetValueOrDefault(name, name)) is { } zone ? Known.GetOrAdd(name, zone) : null;
    }

    /// <summary>Seconds east of Greenwich at an instant in microseconds.</summary>
    public int OffsetAt(long instant) => Interval(instant).WallOffset.Seconds;

    /// <summary>The zone's abbreviation at an instant, as the time zone database has it.</summary>
    public string AbbreviationAt(long instant) => Interval(instant).Name;

    /// <summary>The clock's microseconds since 1970-01-01 00:00 at an instant.</summary>
    public long ToLocal(long instant) => instant + (OffsetAt(instant) * MicrosPerSecond);

    /// <summary>The instant at which the clock shows a time.</summary>
    public long ToInstant(long local)
    {
        if (_lastStretch is { } last && local >= last.From && local < last.To)
        {
            return local - last.Offset;
        }

        var cycles = CyclesBeyondKnown(local);
        var known = local - (cycles * MicrosPerCycle);
        var map = _zone.MapLocal(Instant.FromUnixTimeTicks(known * TicksPerMicro).InUtc().LocalDateTime);
        var interval = map.EarlyInterval;
        var offset = interval.WallOffset.Seconds * MicrosPerSecond;
        _lastStretch = new Stretch(
            interval.HasStart ? MicrosOf(interval.Start) + offset + MicrosAtChange : FirstKnown,
            interval.HasEnd ? MicrosOf(interval.End) + offset - MicrosAtChange : LastKnown,
            offset);
        return local - offset;
    }

    private static long MicrosOf(Instant instant) => instant.ToUnixTimeTicks() / TicksPerMicro;

    private ZoneInterval Interval(long instant) =>
        _zone.GetZoneInterval(Instant.FromUnixTimeTicks((instant - (CyclesBeyondKnown(instant) * MicrosPerCycle)) * TicksPerMicro));

    private static long CyclesBeyondKnown(long micros) => micros switch
    {
        > LastKnown => ((micros - LastKnown) / MicrosPerCycle) + 1,
        < FirstKnown => ((micros - FirstKnown) / MicrosPerCycle) - 1,
        _ => 0,
    };

    private static SparkTimeZone? Resolve(string name)
    {
        if (name == "Z")
        {
            return new SparkTimeZone("Z", DateTimeZone.Utc);
        }

        var match = OffsetPattern().Match(name);
        if (match.Success)
        {
            return AtOffset(match);
        }

        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is { } zone ? new SparkTimeZone(name, zone) : null;
    }

    private static SparkTimeZone? AtOffset(Match match)
    {
        var (hours, minutes, seconds) = (Part(match, "h"), Part(match, "m"), Part(match, "s"));
        var total = (hours * 3600) + (minutes * 60) + seconds;
        if (minutes > 59 || seconds > 59 || total > 18 * 3600)
        {
            return null;
        }

        var offset = Offset.FromSeconds(match.Groups["sign"].Value == "-" ? -total : total);
        return new SparkTimeZone(match.Groups["prefix"].Value + WriteOffset(offset.Seconds), DateTimeZone.ForOffset(offset));
    }

    /// <summary>An offset in seconds as Java names it.</summary>
    public static string WriteOffset(int seconds)
    {
        var (sign, size) = (seconds < 0 ? '-' : '+', Math.Abs(seconds));
        var text = string.Create(CultureInfo.InvariantCulture, $"{sign}{size / 3600:00}:{size / 60 % 60:00}");
        return seconds == 0 ? "Z" : size % 60 == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}:{size % 60:00}");
    }

    private static int Part(Match match, string name) =>
        match.Groups[name].Success ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^(?<prefix>UTC|GMT|UT)?(?<sign>[+-])(?<h>\\d{1,2})(:?(?<m>\\d{1,2})(:?(?<s>\\d{2}))?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex OffsetPattern();

    /// <summary>Clock times of one offset, from one inclusive to one exclusive, in microseconds; those near its ends are left out.</summary>
    private sealed record Stretch(long From, long To, long Offset);
}
