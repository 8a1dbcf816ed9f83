using System.Globalization;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Values as Spark writes them when it casts to text.</summary>
internal static class JavaText
{
    /// <summary>Java's <c>Double.toString</c>: 1.0, 1.0E10, NaN.</summary>
    public static string Of(double number) => Special(number) ?? Notation(
        number, number.ToString("R", CultureInfo.InvariantCulture), number.ToString("E1", CultureInfo.InvariantCulture));

    /// <summary>Java's <c>Float.toString</c>.</summary>
    public static string Of(float number) => Special(number) ?? Notation(
        number, number.ToString("R", CultureInfo.InvariantCulture), number.ToString("E1", CultureInfo.InvariantCulture));

    public static string OfDate(long epochDay) => CivilDate.FromEpochDay(epochDay).ToString();

    /// <summary>A local time in microseconds: no zeros behind the last digit of the second's fraction.</summary>
    public static string OfTimestamp(long micros)
    {
        const long MicrosOfDay = 86_400_000_000;
        var day = Math.DivRem(micros, MicrosOfDay, out var rest);
        if (rest < 0)
        {
            day--;
            rest += MicrosOfDay;
        }

        var seconds = Math.DivRem(rest, 1_000_000, out var fraction);
        var clock = $"{OfDate(day)} {seconds / 3600:D2}:{seconds / 60 % 60:D2}:{seconds % 60:D2}";
        return fraction == 0 ? clock : $"{clock}.{fraction:D6}".TrimEnd('0');
    }

    private static string? Special(double number) => number switch
    {
        double.NaN => "NaN",
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        _ => null,
    };

    private static string Notation(double number, string shortest, string twoDigits)
    {
        var (digits, exponent) = Digits(shortest);
        if (digits.Length == 1)
        {
            // Java writes two digits at least and takes the nearest two, which matters for the smallest numbers only: 4.9E-324.
            (digits, exponent) = Digits(twoDigits);
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
