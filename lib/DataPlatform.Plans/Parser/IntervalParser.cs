using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Plans;

/// <summary>
/// Reads what follows <c>INTERVAL</c>: values with units, <c>'1-2' YEAR TO MONTH</c>, or a string that holds all of it. The type's fields are the units named; weeks count as
/// days, parts of a second as seconds. Units of months and of days do not mix.
/// </summary>
internal sealed partial class IntervalParser(TokenReader reader)
{
    // More of any unit but microseconds is too long, so that sums stay within a decimal.
    private const decimal Greatest = long.MaxValue;

    private static readonly string[] DayTimeUnits = ["DAY", "HOUR", "MINUTE", "SECOND"];

    private readonly int _start = reader.Next.Start;

    /// <summary>A constant of a year-month or day-time interval.</summary>
    public Literal Interval()
    {
        var (value, isText) = Value();
        if (reader.Next.Kind != TokenKind.Word || !IsUnit(reader.Next.Text))
        {
            return isText ? TryFromText(value) ?? throw InvalidText(value) : throw Invalid("a unit such as DAY is expected behind the value");
        }

        return reader.Peek(1).IsWord("TO") ? UnitToUnit(value) : MultipleUnits(value);
    }

    private (string Value, bool IsText) Value()
    {
        var sign = reader.TrySymbol("-") ? "-" : "";
        _ = sign.Length > 0 || reader.TrySymbol("+");
        var token = reader.Take();
        return token.Kind switch
        {
            TokenKind.String => (Signed(sign, token.Text.Trim()), true),
            TokenKind.Number => (sign + token.Text, false),
            _ => throw Invalid("a number or a string is expected"),
        };
    }

    // Spark takes space behind a sign; two signs undo each other.
    private static string Signed(string sign, string text)
    {
        var isNegative = text.StartsWith('-');
        var magnitude = isNegative || text.StartsWith('+') ? text[1..].TrimStart() : text;
        return isNegative == (sign.Length > 0) ? magnitude : "-" + magnitude;
    }

    private Literal MultipleUnits(string first)
    {
        var parts = new List<(string Value, string Unit)> { (first, reader.Take().Text) };
        while (AtValueWithUnit())
        {
            parts.Add((Value().Value, reader.Take().Text));
        }

        return FromParts(parts);
    }

    private bool AtValueWithUnit()
    {
        var ahead = reader.AtSymbol("-") || reader.AtSymbol("+") ? 1 : 0;
        return reader.Peek(ahead).Kind is TokenKind.Number or TokenKind.String && reader.Peek(ahead + 1).Kind == TokenKind.Word && IsUnit(reader.Peek(ahead + 1).Text);
    }

    private Literal? TryFromText(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        words = words is [var head, ..] && head.Equals("interval", StringComparison.OrdinalIgnoreCase) ? words[1..] : words;
        return words.Length == 0 || words.Length % 2 != 0 || words.Where((_, i) => i % 2 == 1).Any(unit => !IsUnit(unit))
            ? null
            : FromParts([.. words.Chunk(2).Select(pair => (pair[0], pair[1]))]);
    }

    private Literal FromParts(List<(string Value, string Unit)> parts)
    {
        decimal months = 0;
        decimal microseconds = 0;
        var yearMonth = new SortedSet<byte>();
        var dayTime = new SortedSet<byte>();
        foreach (var (value, unit) in parts)
        {
            var (field, isYearMonth, size) = Unit(unit);
            (isYearMonth ? yearMonth : dayTime).Add(field);
            if (isYearMonth)
            {
                months += Number(value, allowFraction: false) * size;
            }
            else
            {
                microseconds += Number(value, allowFraction: size == 1_000_000) * size;
            }
        }

        return (yearMonth.Count, dayTime.Count) switch
        {
            (_, 0) => Months(months, yearMonth.Min, yearMonth.Max),
            (0, _) => Duration(decimal.Truncate(microseconds), dayTime.Min, dayTime.Max),
            _ => throw Invalid("units of months and of days do not mix"),
        };
    }

    private Literal UnitToUnit(string value)
    {
        var from = reader.Take().Text.ToUpperInvariant();
        reader.Take();
        var to = reader.TakeName().ToUpperInvariant();
        if (from == "YEAR" && to == "MONTH")
        {
            var match = YearToMonth().Match(value);
            var months = match.Success ? (Bounded(match.Groups[2].Value, int.MaxValue) * 12) + Bounded(match.Groups[3].Value, 11) : throw Invalid("'years-months' is expected");
            return Months(match.Groups[1].Value == "-" ? -months : months, 0, 1);
        }

        var first = Array.IndexOf(DayTimeUnits, from);
        var last = Array.IndexOf(DayTimeUnits, to);
        return first >= 0 && first < last ? DayTime(value, first, last) : throw Invalid($"there is no interval {from} TO {to}");
    }

    // 'd h:m:s.f', of which the fields between the units stand.
    private Literal DayTime(string value, int first, int last)
    {
        var match = DayToSecond().Match(value);
        var fields = match.Success ? match.Groups[2].Value.Split(' ', ':') : [];
        if (fields.Length != last - first + 1 || (first == 0) != match.Groups[2].Value.Contains(' ', StringComparison.Ordinal))
        {
            throw Invalid($"{value} does not hold the fields {DayTimeUnits[first]} TO {DayTimeUnits[last]}");
        }

        decimal[] sizes = [86_400_000_000, 3_600_000_000, 60_000_000, 1_000_000];
        decimal[] greatest = [Greatest, 23, 59, 59.999999999m];
        var microseconds = fields.Select((field, i) => sizes[first + i] * Bounded(field, i == 0 ? Greatest : greatest[first + i])).Sum();
        return Duration(decimal.Truncate(match.Groups[1].Value == "-" ? -microseconds : microseconds), (byte)first, (byte)last);
    }

    private decimal Bounded(string text, decimal greatest) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= greatest
            ? number
            : throw Invalid($"{text} is outside its bounds");

    private decimal Number(string text, bool allowFraction) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | (allowFraction ? NumberStyles.AllowDecimalPoint : 0), CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= Greatest
            ? number
            : throw Invalid($"{text} is no {(allowFraction ? "number" : "whole number")}");

    private Literal Months(decimal months, byte first, byte last) => months is >= int.MinValue and <= int.MaxValue
        ? new Literal((int)months, new YearMonthIntervalType(first, last))
        : throw Invalid("it is too long");

    private Literal Duration(decimal microseconds, byte first, byte last) => Math.Abs(microseconds) <= TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerMicrosecond
        ? new Literal(TimeSpan.FromTicks((long)microseconds * TimeSpan.TicksPerMicrosecond), new DayTimeIntervalType(first, last))
        : throw Invalid("it is longer than 29,227 years, the most that can be held");

    private static bool IsUnit(string word) => Singular(word) is "YEAR" or "MONTH" or "WEEK" or "DAY" or "HOUR" or "MINUTE" or "SECOND" or "MILLISECOND" or "MICROSECOND";

    private (byte Field, bool IsYearMonth, decimal Size) Unit(string word) => Singular(word) switch
    {
        "YEAR" => (0, true, 12),
        "MONTH" => (1, true, 1),
        "WEEK" => (0, false, 604_800_000_000),
        "DAY" => (0, false, 86_400_000_000),
        "HOUR" => (1, false, 3_600_000_000),
        "MINUTE" => (2, false, 60_000_000),
        "SECOND" => (3, false, 1_000_000),
        "MILLISECOND" => (3, false, 1_000),
        "MICROSECOND" => (3, false, 1),
        _ => throw Invalid($"{word} is no unit"),
    };

    private static string Singular(string word) => word.ToUpperInvariant() is var upper && upper.EndsWith('S') ? upper[..^1] : upper;

    private AnalysisException InvalidText(string value) =>
        ParseErrors.InvalidTypedLiteral(reader.Text, new Token(TokenKind.Word, "INTERVAL", _start, _start), reader.Peek(-1) with { Text = value });

    private AnalysisException Invalid(string reason) => ParseErrors.InvalidInterval(reader.Text, _start, Math.Max(_start + 1, reader.Peek(-1).End), reason);

    [GeneratedRegex("^([+-]?)([0-9]+)-([0-9]+)$")]
    private static partial Regex YearToMonth();

    [GeneratedRegex("^([+-]?)([0-9]+(?: [0-9]+)?(?::[0-9]+)*(?:\\.[0-9]{1,9})?)$")]
    private static partial Regex DayToSecond();
}
