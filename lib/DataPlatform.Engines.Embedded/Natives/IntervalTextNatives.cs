using System.Globalization;
using System.Text.RegularExpressions;
using DataPlatform.Engines.Embedded.Execution;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Intervals as text and back: <c>INTERVAL '1 02:03:04.5' DAY TO SECOND</c>, or what stands between the quotes.</summary>
internal static partial class IntervalTextNatives
{
    private static readonly string[] Months = ["YEAR", "MONTH"];

    private static readonly string[] Units = ["DAY", "HOUR", "MINUTE", "SECOND"];

    private static readonly long[] Micros = [86_400_000_000, 3_600_000_000, 60_000_000, 1_000_000];

    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        NativeFunction.Of<string, int, int, int>("spark_text_months", (text, start, end) => ReadMonths(text, start, end) ?? throw Malformed(text)).OrFails(),
        NativeFunction.Of<string, int, int, int?>("spark_try_text_months", ReadMonths),
        NativeFunction.Of<string, int, int, long>("spark_text_micros", (text, start, end) => ReadMicros(text, start, end) ?? throw Malformed(text)).OrFails(),
        NativeFunction.Of<string, int, int, long?>("spark_try_text_micros", ReadMicros),
        NativeFunction.Of<int, int, int, string>("spark_months_text", WriteMonths),
        NativeFunction.Of<long, int, int, string>("spark_micros_text", WriteMicros),
    ];

    /// <summary>An interval of years and months; fields are 0 for years, 1 for months.</summary>
    public static string WriteMonths(int months, int start, int end)
    {
        var (sign, magnitude) = (months < 0 ? "-" : "", Math.Abs((long)months));
        var value = (start, end) switch
        {
            (0, 0) => $"{magnitude / 12}",
            (1, 1) => $"{magnitude}",
            _ => $"{magnitude / 12}-{magnitude % 12}",
        };
        return $"INTERVAL '{sign}{value}' {Name(Months, start, end)}";
    }

    /// <summary>An interval of days and times; fields are 0 for days to 3 for seconds.</summary>
    public static string WriteMicros(long micros, int start, int end)
    {
        var rest = UInt128.CreateChecked(Int128.Abs(micros));
        var text = micros < 0 ? "-" : "";
        for (var field = start; field <= end; field++)
        {
            var (value, left) = UInt128.DivRem(rest, (UInt128)Micros[field]);
            rest = left;
            text += field == start ? "" : field == 1 ? " " : ":";
            text += field == 0 ? $"{value}" : $"{value:D2}";
        }

        var fraction = end == 3 && rest > 0 ? $".{rest:D6}".TrimEnd('0') : "";
        return $"INTERVAL '{text}{fraction}' {Name(Units, start, end)}";
    }

    /// <summary>The months of an interval of some fields; null where the text is none.</summary>
    public static int? ReadMonths(string text, int start, int end)
    {
        var match = Written.Match(text);
        var (body, negative) = Body(match, text, Name(Months, start, end));
        var parts = body?.Split('-');
        if (parts is null || parts.Length != end - start + 1 || parts.Any(p => !IsNumber(p)))
        {
            return null;
        }

        var numbers = parts.Select(p => long.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        if (numbers.Length == 2 && numbers[1] > 11)
        {
            return null;
        }

        var months = start == 1 ? numbers[0] : (numbers[0] * 12) + (numbers.Length == 2 ? numbers[1] : 0);
        months = negative ? -months : months;
        return months is >= int.MinValue and <= int.MaxValue ? (int)months : null;
    }

    /// <summary>The microseconds of an interval of some fields; null where the text is none.</summary>
    public static long? ReadMicros(string text, int start, int end)
    {
        var (body, negative) = Body(Written.Match(text), text, Name(Units, start, end));
        var parts = body?.Split(' ', ':');
        if (parts is null || parts.Length != end - start + 1)
        {
            return null;
        }

        Int128 total = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            if (!(start + i == 3 ? Seconds.IsMatch(parts[i]) : IsNumber(parts[i])))
            {
                return null;
            }

            var value = decimal.Parse(parts[i], CultureInfo.InvariantCulture);
            if (i > 0 && value >= (start + i == 1 ? 24 : 60))
            {
                return null;
            }

            total += (Int128)decimal.Truncate(value * Micros[start + i]);
        }

        total = negative ? -total : total;
        return total >= long.MinValue && total <= long.MaxValue ? (long)total : null;
    }

    // The text between the quotes without its sign; signs before and inside the quotes multiply.
    private static (string? Body, bool Negative) Body(Match written, string text, string unit)
    {
        var body = text.Trim();
        var negative = false;
        if (written.Success)
        {
            if (!written.Groups["unit"].Value.Equals(unit, StringComparison.OrdinalIgnoreCase))
            {
                return (null, false);
            }

            body = written.Groups["body"].Value;
            negative = written.Groups["sign"].Value == "-";
        }

        return body.StartsWith('-') ? (body[1..], !negative) : (body.StartsWith('+') ? body[1..] : body, negative);
    }

    private static string Name(string[] names, int start, int end) => start == end ? names[start] : $"{names[start]} TO {names[end]}";

    private static bool IsNumber(string text) => text.Length is > 0 and < 19 && text.All(char.IsAsciiDigit);

    private static DataPlatformException Malformed(string text) => new(
        "INVALID_INTERVAL_FORMAT.UNMATCHED_FORMAT_STRING_WITH_NOTICE",
        $"'{text}' is no interval of the type wanted. Write it as INTERVAL '1 02:03:04.5' DAY TO SECOND, or what stands between the quotes.",
        EmbeddedErrors.Of(("input", text)));

    [GeneratedRegex(@"^\s*INTERVAL\s+(?<sign>[+-]?)'(?<body>[^']*)'\s+(?<unit>[A-Z]+( TO [A-Z]+)?)\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Written { get; }

    [GeneratedRegex(@"^[0-9]{1,18}(\.[0-9]{1,9})?$")]
    private static partial Regex Seconds { get; }
}
