namespace Microsoft.Spark.Sql.Types;

/// <summary>Year, month and day of a day number in the proleptic Gregorian calendar, for all years that Spark knows (.NET's end at 9999).</summary>
internal readonly record struct CivilDate(int Year, int Month, int Day)
{
    private const int DaysOf400Years = 146097;

    // Days from 0000-03-01, where the algorithm begins its years, to 1970-01-01.
    private const int EpochOffset = 719468;

    public static CivilDate FromEpochDay(long epochDay)
    {
        var shifted = epochDay + EpochOffset;
        var era = Math.DivRem(shifted, DaysOf400Years, out var dayOfEra);
        if (dayOfEra < 0)
        {
            era--;
            dayOfEra += DaysOf400Years;
        }

        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36524) - (dayOfEra / 146096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var monthFromMarch = ((5 * dayOfYear) + 2) / 153;
        var day = (int)(dayOfYear - (((153 * monthFromMarch) + 2) / 5) + 1);
        var month = (int)(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9);
        var year = (int)(yearOfEra + (era * 400) + (month <= 2 ? 1 : 0));
        return new CivilDate(year, month, day);
    }

    public static long ToEpochDay(int year, int month, int day)
    {
        long shiftedYear = month <= 2 ? year - 1 : year;
        var era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400;
        var yearOfEra = shiftedYear - (era * 400);
        var dayOfYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return (era * DaysOf400Years) + dayOfEra - EpochOffset;
    }

    // Spark writes years beyond 9999 with a plus sign and those before 0 with a minus.
    public override string ToString() =>
        Year is >= 0 and <= 9999 ? $"{Year:D4}-{Month:D2}-{Day:D2}" : $"{(Year > 0 ? "+" : "-")}{Math.Abs(Year):D4}-{Month:D2}-{Day:D2}";
}
