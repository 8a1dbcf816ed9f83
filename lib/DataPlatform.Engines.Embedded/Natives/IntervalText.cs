using System.Globalization;
using System.Text.RegularExpressions;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Lengths of time written as numbers with units: <c>'10 minutes'</c>, <c>'1 day 2 hours'</c>, <c>'interval 5 seconds'</c>.</summary>
internal static partial class IntervalText
{
    /// <summary>The length in microseconds; a day has 24 hours.</summary>
    /// <exception cref="AnalysisException"><c>CANNOT_PARSE_INTERVAL</c>: it is none, or has months, whose length is not fixed.</exception>
    public static long Micros(string text) => TryMicros(text, out var micros) ? micros
        : Whole().Match(text) is { Success: true } match && match.Groups["unit"].Captures.Any(unit => unit.Value.ToUpperInvariant().TrimEnd('S') is "MONTH" or "YEAR") ? throw EmbeddedErrors.IntervalOfMonths(text)
        : throw EmbeddedErrors.CannotParseInterval(text);

    /// <summary>As <see cref="Micros"/>; false where it is none of a fixed length.</summary>
    public static bool TryMicros(string text, out long micros)
    {
        micros = 0;
        var match = Whole().Match(text);
        foreach (var (number, unit) in match.Groups["number"].Captures.Zip(match.Groups["unit"].Captures))
        {
            long size = unit.Value.ToUpperInvariant().TrimEnd('S') switch
            {
                "WEEK" => 604_800_000_000,
                "DAY" => 86_400_000_000,
                "HOUR" => 3_600_000_000,
                "MINUTE" => 60_000_000,
                "SECOND" => 1_000_000,
                "MILLISECOND" => 1_000,
                "MICROSECOND" => 1,
                _ => 0,
            };
            if (size == 0 || !long.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) || Int128.Abs((Int128)micros + ((Int128)count * size)) > long.MaxValue)
            {
                return false;
            }

            micros += count * size;
        }

        return match.Success;
    }

    [GeneratedRegex("^\\s*(interval\\s+)?((?<number>[+-]?\\d+)\\s+(?<unit>[a-z]+)\\s*)+$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Whole();
}
