using System.Globalization;

namespace DataPlatform.Delta;

/// <summary>Binary fractions as Java's <c>toString</c> writes them, which is what logs have: <c>1.0</c>, <c>1.0E10</c>, <c>NaN</c>, <c>Infinity</c>.</summary>
internal static class JavaNumber
{
    public static string Format(double number) => Format(number, number.ToString("E16", CultureInfo.InvariantCulture), number.ToString("R", CultureInfo.InvariantCulture));

    public static string Format(float number) => Format(number, number.ToString("E8", CultureInfo.InvariantCulture), number.ToString("R", CultureInfo.InvariantCulture));

    private static string Format(double number, string scientific, string shortest)
    {
        if (double.IsNaN(number))
        {
            return "NaN";
        }

        if (double.IsInfinity(number))
        {
            return number > 0 ? "Infinity" : "-Infinity";
        }

        var magnitude = Math.Abs(number);
        if (magnitude is >= 1e-3 and < 1e7 || magnitude == 0)
        {
            return shortest.Contains('.', StringComparison.Ordinal) ? shortest : $"{shortest}.0";
        }

        var exponent = int.Parse(scientific[(scientific.IndexOf('E', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
        var digits = Digits(shortest);
        var sign = number < 0 ? "-" : "";
        return $"{sign}{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}E{exponent}";
    }

    private static string Digits(string shortest)
    {
        var mantissa = shortest.Split('E')[0];
        var digits = string.Concat(mantissa.Where(char.IsAsciiDigit)).Trim('0');
        return digits.Length > 0 ? digits : "0";
    }
}
