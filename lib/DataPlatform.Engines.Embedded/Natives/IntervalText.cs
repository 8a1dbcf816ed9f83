using System.Globalization;
using System.Text.RegularExpressions;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Lengths of time written as numbers with units: <c>'10 minutes'</c>, <c>'1 day 2 hours'</c>, <c>'interval 5 seconds'</c>.</summary>
internal static partial class IntervalText
{
    /// <summary>The length in microseconds; a day has 24 hours.</summary>
    /// <exception cref="AnalysisException"><c>CANNOT_PARSE_INTERVAL</c>: it is none, or has months, whose length is not fixed.</exception>
    public static long Micros(string text)
    {
        var match = Whole().Match(text);
        if (!match.Success)
        {
            throw EmbeddedErrors.CannotParseInterval(text);
        }

        var total = 0L;
        for (var i = 0; i < match.Groups["number"].Captures.Count; i++)
        {
            var number = long.Parse(match.Groups["number"].Captures[i].Value, CultureInfo.InvariantCulture);
            total += number * match.Groups["unit"].Captures[i].Value.ToUpperInvariant().TrimEnd('S') switch
            {
                "WEEK" => 604_800_000_000,
                "DAY" => 86_400_000_000,
                "HOUR" => 3_600_000_000,
                "MINUTE" => 60_000_000,
                "SECOND" => 1_000_000,
                "MILLISECOND" => 1_000,
                "MICROSECOND" => 1,
                "MONTH" or "YEAR" => throw EmbeddedErrors.IntervalOfMonths(text),
                _ => throw EmbeddedErrors.CannotParseInterval(text),
            };
        }

        return total;
    }

    [GeneratedRegex("^\\s*(interval\\s+)?((?<number>[+-]?\\d+)\\s+(?<unit>[a-z]+)\\s*)+$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Whole();
}
