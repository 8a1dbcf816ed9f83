using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Plans;

/// <summary>
/// Text as a timestamp constant. Its instant depends on the session's time zone, so the text itself is kept, in a cast; here it is only held against the form
/// of Spark's casts: a date, perhaps with a time, perhaps with a zone, or a time alone.
/// </summary>
internal static partial class TimestampText
{
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

        return DateText.TryWord(word) is { } day ? new Cast(day, type, CastMode.Constant)
            : IsTimestamp(trimmed) ? new Cast(new Literal(text, new StringType()), type, CastMode.Constant)
            : null;
    }

    private static bool IsTimestamp(string text) =>
        Form().Match(text) is { Success: true } match &&
        (!match.Groups["date"].Success || DateText.TryParse(match.Groups["date"].Value) is not null) &&
        IsBelow(match.Groups["hour"], 24) && IsBelow(match.Groups["minute"], 60) && IsBelow(match.Groups["second"], 60);

    private static bool IsBelow(Group digits, int bound) => !digits.Success || int.Parse(digits.Value, CultureInfo.InvariantCulture) < bound;

    [GeneratedRegex(
        @"^(?:(?<date>[+-]?[0-9]{4,6}(?:-[0-9]{1,2}(?:-[0-9]{1,2})?)?)(?:[ T]|$)|T?(?=[0-9]{1,2}:))(?:(?<hour>[0-9]{1,2})(?::(?<minute>[0-9]{1,2})(?::(?<second>[0-9]{1,2})(?:\.[0-9]*)?)?)?(?:[^0-9].*)?)?$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Form();
}
