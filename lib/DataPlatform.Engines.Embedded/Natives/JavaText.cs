using System.Globalization;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Values as Spark writes them when it casts to text.</summary>
internal static class JavaText
{
    /// <summary>Java's <c>Double.toString</c>: 1.0, 1.0E10, NaN.</summary>
    public static string Of(double number) => Special(number) ?? Notation(number, number.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Java's <c>Float.toString</c>.</summary>
    public static string Of(float number) => Special(number) ?? Notation(number, number.ToString("R", CultureInfo.InvariantCulture));

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
        var date = CivilDate.FromEpochDay(day);
        if (date.Year is >= 0 and <= 9999)
        {
            return Common(date, (int)seconds, (int)fraction);
        }

        var clock = $"{OfDate(day)} {seconds / 3600:D2}:{seconds / 60 % 60:D2}:{seconds % 60:D2}";
        return fraction == 0 ? clock : $"{clock}.{fraction:D6}".TrimEnd('0');
    }

    // Years of four digits, which nearly all have.
    private static string Common(CivilDate date, int seconds, int fraction)
    {
        Span<char> text = stackalloc char[26];
        Write(text, 0, date.Year, 4);
        Write(text, 5, date.Month, 2);
        Write(text, 8, date.Day, 2);
        Write(text, 11, seconds / 3600, 2);
        Write(text, 14, seconds / 60 % 60, 2);
        Write(text, 17, seconds % 60, 2);
        (text[4], text[7], text[10], text[13], text[16]) = ('-', '-', ' ', ':', ':');
        if (fraction == 0)
        {
            return text[..19].ToString();
        }

        text[19] = '.';
        Write(text, 20, fraction, 6);
        return text.TrimEnd('0').ToString();
    }

    private static void Write(Span<char> text, int from, int number, int digits)
    {
        for (var i = from + digits - 1; i >= from; i--)
        {
            text[i] = (char)('0' + (number % 10));
            number /= 10;
        }
    }

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
