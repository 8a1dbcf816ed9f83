using System.Globalization;

namespace DataPlatform;

/// <summary>Binary fractions as Java's <c>toString</c> writes them, which is what Spark shows and Delta logs hold: <c>1.0</c>, <c>1.0E10</c>, <c>NaN</c>, <c>Infinity</c>.</summary>
internal static class JavaNumber
{
    public static string Of(double number) => Special(number) ?? Notation(number, number.ToString("R", CultureInfo.InvariantCulture));

    public static string Of(float number) => Special(number) ?? Notation(number, number.ToString("R", CultureInfo.InvariantCulture));

    private static string? Special(double number) => number switch
    {
        double.NaN => "NaN",
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        _ => null,
    };

    private static string Notation(double number, string shortest)
    {
        var (digits, exponent) = Digits(shortest);
        if (digits.Length == 1 && number is > -1e-300 and < 1e-300)
        {
            // Java writes two digits at least and takes the nearest two, which matters for the smallest numbers only: 4.9E-324.
            (digits, exponent) = Digits(number.ToString("E1", CultureInfo.InvariantCulture));
        }

        var magnitude = Math.Abs(number);
        var sign = double.IsNegative(number) ? "-" : "";
        if (magnitude == 0)
        {
            return $"{sign}0.0";
        }

        if (magnitude is not (>= 1e-3 and < 1e7))
        {
            return $"{sign}{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}E{exponent}";
        }

        if (exponent < 0)
        {
            return $"{sign}0.{new string('0', -exponent - 1)}{digits}";
        }

        var whole = digits.Length > exponent + 1 ? digits[..(exponent + 1)] : digits.PadRight(exponent + 1, '0');
        var fraction = digits.Length > exponent + 1 ? digits[(exponent + 1)..] : "0";
        return $"{sign}{whole}.{fraction}";
    }

    // The digits without zeros at the ends, and the power of ten of the first.
    private static (string Digits, int Exponent) Digits(string number)
    {
        var end = number.IndexOf('E', StringComparison.Ordinal);
        var mantissa = (end < 0 ? number : number[..end]).TrimStart('-');
        var power = end < 0 ? 0 : int.Parse(number.AsSpan(end + 1), CultureInfo.InvariantCulture);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var all = mantissa.Replace(".", "", StringComparison.Ordinal);
        var significant = all.TrimStart('0');
        var first = (point < 0 ? mantissa.Length : point) - 1 - (all.Length - significant.Length);
        var digits = significant.TrimEnd('0');
        return (digits.Length > 0 ? digits : "0", first + power);
    }
}
