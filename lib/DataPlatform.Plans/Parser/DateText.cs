using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Plans;

/// <summary>
/// Text as a date constant, by Spark's rules of a cast: year, month and day, of which the last or the last two may be missing; a time behind them is passed over.
/// </summary>
internal static partial class DateText
{
    /// <summary>The date; null where the text is none. Words such as <c>today</c> are a date too.</summary>
    public static Expression? TryParse(string text)
    {
        var trimmed = text.Trim();
        return trimmed.ToLowerInvariant() switch
        {
            "now" => Today,
            var word => TryWord(word) ?? (TryDay(trimmed) is { } day ? new Literal(day, new DateType()) : null),
        };
    }

    /// <summary>The day that a word names; null where it names none.</summary>
    public static Expression? TryWord(string word) => word switch
    {
        "epoch" => new Literal(Date.FromEpochDay(0), new DateType()),
        "today" => Today,
        "tomorrow" => new UnresolvedFunction("date_add", [Today, Literal.Of(1)]),
        "yesterday" => new UnresolvedFunction("date_sub", [Today, Literal.Of(1)]),
        _ => null,
    };

    private static UnresolvedFunction Today => new("current_date", []);

    private static Date? TryDay(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var year = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        var month = match.Groups[2].Success ? int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) : 1;
        var day = match.Groups[3].Success ? int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture) : 1;
        if (month is < 1 or > 12 || day < 1)
        {
            return null;
        }

        var epochDay = CivilDate.ToEpochDay(year, month, day);
        if (epochDay is < int.MinValue or > int.MaxValue)
        {
            return null;
        }

        var date = Date.FromEpochDay((int)epochDay);
        return date.Month == month && date.Day == day ? date : null;
    }

    [GeneratedRegex("^([+-]?[0-9]{4,7})(?:-([0-9]{1,2})(?:-([0-9]{1,2})(?:[ T].*)?)?)?$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Form();
}
