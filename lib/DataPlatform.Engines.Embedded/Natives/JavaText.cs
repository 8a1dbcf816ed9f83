using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Values as Spark writes them when it casts to text.</summary>
internal static class JavaText
{
    /// <summary>Java's <c>Double.toString</c>: 1.0, 1.0E10, NaN.</summary>
    public static string Of(double number) => JavaNumber.Of(number);

    /// <summary>Java's <c>Float.toString</c>.</summary>
    public static string Of(float number) => JavaNumber.Of(number);

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
}
