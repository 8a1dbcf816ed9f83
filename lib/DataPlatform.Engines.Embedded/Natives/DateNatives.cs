using System.Text;
using DataPlatform.Engines.Embedded.Execution;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Arithmetic on dates and clock times that DuckDB does otherwise than Spark. Dates are days since 1970-01-01, clock times microseconds.</summary>
internal static class DateNatives
{
    private const long MicrosPerSecond = 1_000_000;
    private const long MicrosPerDay = 86_400 * MicrosPerSecond;

    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        NativeFunction.Of<int, int, int, int>(
            "spark_make_date",
            (year, month, day) => (int)(DateFields.EpochDay(year, month, day) ?? throw NoDate(year, month, day))),
        NativeFunction.Of<int, int, int, int?>("spark_try_make_date", (year, month, day) => (int?)DateFields.EpochDay(year, month, day)),
        NativeFunction.Of<int, int, long, long>("spark_make_time", (hour, minute, micros) => TimeOfDay(hour, minute, micros) ?? throw NoTime(hour, minute, micros)),
        NativeFunction.Of<int, int, long, long?>("spark_try_make_time", TimeOfDay),
        NativeFunction.Of<int, string, int>("spark_next_day", NextDay),
        NativeFunction.Of<int, string, int?>("spark_trunc_date", (days, unit) => TruncatedDay(days, unit)),
        NativeFunction.Of<long, string, string, long?>("spark_trunc_instant", TruncatedInstant),
        NativeFunction.Of<long, long, bool, double>("spark_months_between", MonthsBetween),
        NativeFunction.Of<long, long, long>("spark_whole_months_between", WholeMonthsBetween),
        NativeFunction.Of<long, int, long>("spark_add_months", (local, months) => AddMonths(local, months)),
        NativeFunction.Of<long, long, long, long>("spark_window_start", (instant, slide, start) => instant - FloorMod(instant - start, slide)),
        NativeFunction.Of<long, string, long>("spark_to_local", (instant, zone) => SparkTimeZone.Get(zone).ToLocal(instant)),
        NativeFunction.OfBatch<long>("spark_to_instant", [typeof(long), typeof(string)], ToInstants),
    ];

    /// <summary>The first day of the unit in which a day lies; null where Spark truncates dates to no such unit.</summary>
    public static int? TruncatedDay(long days, string unit)
    {
        var date = CivilDate.FromEpochDay(days);
        return (int?)(unit.ToUpperInvariant() switch
        {
            "YEAR" or "YYYY" or "YY" => CivilDate.ToEpochDay(date.Year, 1, 1),
            "QUARTER" => CivilDate.ToEpochDay(date.Year, ((date.Month - 1) / 3 * 3) + 1, 1),
            "MONTH" or "MM" or "MON" => CivilDate.ToEpochDay(date.Year, date.Month, 1),
            "WEEK" => days - DateFields.IsoDayOfWeek(days) + 1,
            _ => (long?)null,
        });
    }

    // One zone mostly comes many times in a row: its name is looked up where it changes.
    private static void ToInstants(NativeCall call)
    {
        var (local, zone, result) = (call.Argument<long>(0), call.Argument<string>(1), call.Result<long>());
        SparkTimeZone? last = null;
        ReadOnlySpan<byte> lastName = [];
        for (var row = 0; row < call.RowCount; row++)
        {
            if (local.IsNull(row) || zone.IsNull(row))
            {
                result.SetNull(row);
                continue;
            }

            var name = zone.Bytes(row);
            if (last is null || !name.SequenceEqual(lastName))
            {
                last = SparkTimeZone.Get(Encoding.UTF8.GetString(name));
                lastName = name;
            }

            result.Set(row, last.ToInstant(local.Get(row)));
        }
    }

    private static long? TruncatedInstant(long instant, string unit, string zoneName)
    {
        var zone = SparkTimeZone.Get(zoneName);
        var local = zone.ToLocal(instant);
        var size = unit.ToUpperInvariant() switch
        {
            "MICROSECOND" => 1,
            "MILLISECOND" => 1000,
            "SECOND" => MicrosPerSecond,
            "MINUTE" => 60 * MicrosPerSecond,
            "HOUR" => 3600 * MicrosPerSecond,
            _ => 0,
        };

        // Within a day the offset stays: an hour that the clock shows twice keeps its own.
        if (size > 0)
        {
            return instant - FloorMod(local, size);
        }

        var day = (local - FloorMod(local, MicrosPerDay)) / MicrosPerDay;
        return (unit.ToUpperInvariant() is "DAY" or "DD" ? (int?)day : TruncatedDay(day, unit)) is { } first ? zone.ToInstant(first * MicrosPerDay) : null;
    }

    private static long FloorMod(long value, long size) => ((value % size) + size) % size;

    private static DataPlatformException NoDate(int year, int month, int day) =>
        month is < 1 or > 12 ? EmbeddedErrors.FieldOutOfBounds("MonthOfYear", 1, 12, month)
        : day is < 1 or > 31 ? EmbeddedErrors.FieldOutOfBounds("DayOfMonth", 1, 31, day)
        : EmbeddedErrors.NoSuchDate(year, month, day);

    // Sixty seconds are the next minute's none.
    private static long? TimeOfDay(int hour, int minute, long micros) =>
        hour is < 0 or > 23 || minute is < 0 or > 59 || micros is < 0 or > 60 * MicrosPerSecond
            ? null
            : (((hour * 60L) + minute) * 60 * MicrosPerSecond) + micros;

    private static DataPlatformException NoTime(int hour, int minute, long micros) =>
        hour is < 0 or > 23 ? EmbeddedErrors.FieldOutOfBounds("HourOfDay", 0, 23, hour)
        : minute is < 0 or > 59 ? EmbeddedErrors.FieldOutOfBounds("MinuteOfHour", 0, 59, minute)
        : micros / MicrosPerSecond == 60 ? EmbeddedErrors.InvalidFractionOfSecond(micros / (decimal)MicrosPerSecond)
        : EmbeddedErrors.FieldOutOfBounds("SecondOfMinute", 0, 59, micros / MicrosPerSecond);

    private static int NextDay(int days, string name)
    {
        var wanted = name.Trim().ToUpperInvariant() switch
        {
            "MO" or "MON" or "MONDAY" => 1,
            "TU" or "TUE" or "TUESDAY" => 2,
            "WE" or "WED" or "WEDNESDAY" => 3,
            "TH" or "THU" or "THURSDAY" => 4,
            "FR" or "FRI" or "FRIDAY" => 5,
            "SA" or "SAT" or "SATURDAY" => 6,
            "SU" or "SUN" or "SUNDAY" => 7,
            _ => throw EmbeddedErrors.IllegalDayOfWeek(name),
        };
        return days + ((wanted - DateFields.IsoDayOfWeek(days) + 6) % 7) + 1;
    }

    // Spark's months_between: whole months where the days of the month agree or both are last days; else the rest as parts of 31 days.
    private static double MonthsBetween(long first, long second, bool rounds)
    {
        var (date1, second1, isLast1) = Parts(first);
        var (date2, second2, isLast2) = Parts(second);
        double months = ((date1.Year - date2.Year) * 12) + (date1.Month - date2.Month);
        if (date1.Day == date2.Day || (isLast1 && isLast2))
        {
            return months;
        }

        var seconds = ((date1.Day - date2.Day) * 86_400L) + second1 - second2;
        var exact = months + (seconds / (31 * 86_400.0));
        return rounds ? Math.Floor((exact * 1e8) + 0.5) / 1e8 : exact;
    }

    private static (CivilDate Date, long Second, bool IsLastOfMonth) Parts(long local)
    {
        var micros = FloorMod(local, MicrosPerDay);
        var days = (local - micros) / MicrosPerDay;
        return (CivilDate.FromEpochDay(days), micros / MicrosPerSecond, CivilDate.FromEpochDay(days + 1).Day == 1);
    }

    // As many months as can be added to the first without passing the second.
    private static long WholeMonthsBetween(long first, long second)
    {
        var (date1, _, _) = Parts(first);
        var (date2, _, _) = Parts(second);
        var months = ((date2.Year - date1.Year) * 12L) + date2.Month - date1.Month;
        var rest1 = (date1.Day * MicrosPerDay) + FloorMod(first, MicrosPerDay);
        var rest2 = (date2.Day * MicrosPerDay) + FloorMod(second, MicrosPerDay);
        return months > 0 && rest2 < rest1 ? months - 1 : months < 0 && rest2 > rest1 ? months + 1 : months;
    }

    private static long AddMonths(long local, int months)
    {
        var micros = FloorMod(local, MicrosPerDay);
        var date = CivilDate.FromEpochDay((local - micros) / MicrosPerDay);
        var total = (date.Year * 12L) + date.Month - 1 + months;
        var year = (int)Math.Floor(total / 12.0);
        var month = (int)(total - (year * 12L)) + 1;
        var nextMonth = month == 12 ? CivilDate.ToEpochDay(year + 1, 1, 1) : CivilDate.ToEpochDay(year, month + 1, 1);
        return (Math.Min(CivilDate.ToEpochDay(year, month, 1) + date.Day - 1, nextMonth - 1) * MicrosPerDay) + micros;
    }
}
