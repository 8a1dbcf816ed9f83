using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Plans;

/// <summary>
/// Text as a timestamp constant. Its instant depends on the session's time zone, so the text itself is kept, in a cast; here it is only held against the form
/// of Spark's casts: a date, perhaps with a time, perhaps with a zone behind the seconds; or a time alone, which is of today.
/// </summary>
internal static partial class TimestampText
{
    // Names that Java knows beside those of the time zone database.
    private static readonly FrozenSet<string> ShortZones = FrozenSet.Create(
        "ACT", "AET", "AGT", "ART", "AST", "BET", "BST", "CAT", "CNT", "CST", "CTT", "EAT", "ECT", "EST", "HST", "IET", "IST", "JST", "MIT", "MST", "NET", "NST", "PLT", "PNT", "PRT",
        "PST", "SST", "VST");

    /// <summary>The timestamp; null where the text is none. Words such as <c>now</c> are one too.</summary>
    public static Expression? TryParse(string text, DataType type)
    {
        var trimmed = text.Trim();
        var word = trimmed.ToLowerInvariant();
        if (word is "epoch" && type is TimestampType)
        {
            return new Literal(Timestamp.FromEpochMicroseconds(0), type);
        }

        if (word is "now")
        {
            return new UnresolvedFunction(type is TimestampType ? "current_timestamp" : "localtimestamp", []);
        }

        return DateText.TryWord(word) is { } day ? new Cast(day, type)
            : IsTimestamp(trimmed) ? new Cast(new Literal(text, new StringType()), type, CastMode.Constant)
            : null;
    }

    private static bool IsTimestamp(string text) =>
        Form().Match(text) is { Success: true } match &&
        (!match.Groups["date"].Success || DateText.TryParse(match.Groups["date"].Value) is not null) &&
        IsBelow(match.Groups["hour"], 24) && IsBelow(match.Groups["minute"], 60) && IsBelow(match.Groups["second"], 60) &&
        IsZone(match.Groups["zone"].Value);

    private static bool IsBelow(Group digits, int bound) => !digits.Success || int.Parse(digits.Value, CultureInfo.InvariantCulture) < bound;

    private static bool IsZone(string zone) => zone.Length == 0 || zone == "Z" || ShortZones.Contains(zone) ||
        (OffsetForm().Match(zone) is { Success: true } offset ? IsOffset(offset) : char.IsAsciiLetter(zone[0]) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _));

    // Up to 18 hours.
    private static bool IsOffset(Match offset) =>
        IsBelow(offset.Groups["minute"], 60) && IsBelow(offset.Groups["hour"], offset.Groups["minute"].Value.Trim('0').Length > 0 ? 18 : 19);

    [GeneratedRegex(
        @"^(?:(?<date>[+-]?[0-9]{4,6}(?:-[0-9]{1,2}){0,2})|(?:(?<date>[+-]?[0-9]{4,6}-[0-9]{1,2}-[0-9]{1,2})[ T]|T?(?=[0-9]{1,2}:))(?<hour>[0-9]{1,2})(?::(?<minute>[0-9]{1,2})(?::(?<second>[0-9]{1,2})(?:\.[0-9]*)? *(?<zone>[A-Z+-].*)?)?)?)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex("^(?:UTC|GMT|UT)?[+-](?<hour>[0-9]{1,2})(?::?(?<minute>[0-9]{1,2})(?::?[0-9]{2})?)?$")]
    private static partial Regex OffsetForm();
}
