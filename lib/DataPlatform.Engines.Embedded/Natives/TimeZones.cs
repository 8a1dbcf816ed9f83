using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Time zones by the names that Spark takes: regions, Java's short names, offsets. Spark's <c>DateTimeUtils.getZoneId</c>.</summary>
internal static partial class TimeZones
{
    private const long MicrosOfSecond = 1_000_000;

    private static readonly ConcurrentDictionary<string, TimeZoneInfo?> Known = new(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> ShortNames = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["EST"] = "-05:00",
        ["MST"] = "-07:00",
        ["HST"] = "-10:00",
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
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The zone of a name; null where there is none. Names are case-sensitive, as in Spark.</summary>
    public static TimeZoneInfo? Find(string name) => Known.GetOrAdd(name, Resolve);

    /// <summary>The instant, in microseconds, at which clocks of a zone show a local time; the earlier of two; skipped times move on by what was skipped.</summary>
    public static long ToInstant(long localMicros, TimeZoneInfo zone)
    {
        if (!zone.SupportsDaylightSavingTime && zone.GetAdjustmentRules().Length == 0)
        {
            return localMicros - Micros(zone.BaseUtcOffset);
        }

        var before = OffsetAt(localMicros - (86_400 * MicrosOfSecond), zone);
        var after = OffsetAt(localMicros + (86_400 * MicrosOfSecond), zone);
        var early = localMicros - before;
        return before == after || OffsetAt(early, zone) == before || OffsetAt(localMicros - after, zone) != after ? early : localMicros - after;
    }

    /// <summary>What clocks of a zone show at an instant.</summary>
    public static long ToLocal(long instantMicros, TimeZoneInfo zone) => instantMicros + OffsetAt(instantMicros, zone);

    private static long OffsetAt(long instantMicros, TimeZoneInfo zone)
    {
        var ticks = DateTime.UnixEpoch.Ticks + (Int128)instantMicros * 10;
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks
            ? Micros(zone.BaseUtcOffset)
            : Micros(zone.GetUtcOffset(new DateTime((long)ticks, DateTimeKind.Utc)));
    }

    private static long Micros(TimeSpan offset) => offset.Ticks / 10;

    private static TimeZoneInfo? Resolve(string name)
    {
        if (ShortNames.TryGetValue(name, out var longName))
        {
            name = longName;
        }

        if (name is "Z" or "UTC" or "GMT" or "UT" or "GMT0")
        {
            return TimeZoneInfo.Utc;
        }

        var offset = Offset.Match(name);
        if (offset.Success)
        {
            return FromOffset(offset);
        }

        // Spark's names are those of the time zone database, written as there.
        return Region.IsMatch(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && (zone.Id == name || zone.HasIanaId) ? zone : null;
    }

    private static TimeZoneInfo? FromOffset(Match match)
    {
        var hours = Number(match, "h");
        var (minutes, seconds) = (Number(match, "m"), Number(match, "s"));
        var offset = new TimeSpan(hours, minutes, seconds);
        return minutes > 59 || seconds > 59 || offset > TimeSpan.FromHours(18)
            ? null
            : Fixed(match.Value, match.Groups["sign"].Value == "-" ? -offset : offset);
    }

    // TimeZoneInfo knows whole minutes up to 14 hours; what goes beyond is so rare that it is refused rather than rounded.
    private static TimeZoneInfo? Fixed(string name, TimeSpan offset) =>
        offset.Seconds == 0 && offset.Duration() <= TimeSpan.FromHours(14) ? TimeZoneInfo.CreateCustomTimeZone(name, offset, name, name) : null;

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(UTC|GMT|UT)?(?<sign>[+-])((?<h>\d{1,2})(:(?<m>\d{1,2})(:(?<s>\d{2}))?)?|(?<h>\d{2})(?<m>\d{2})(?<s>\d{2})?)$")]
    private static partial Regex Offset { get; }

    [GeneratedRegex("^[A-Z][A-Za-z0-9_+/-]*$")]
    private static partial Regex Region { get; }
}
