using static Microsoft.Spark.Sql.Functions;

namespace Specification;

public static partial class CallCases
{
    private static readonly CallTable Dates = new("dates")
    {
        { "add_months(dt, 1)", () => AddMonths(Col("dt"), 1), () => AddMonths(Col("dt"), Lit(1)) },
        { "current_date() = CAST(current_timestamp() AS DATE) AS r", () => CurrentDate().EqualTo(CurrentTimestamp().Cast("date")).As("r") },
        { "date_add(dt, 30)", () => DateAdd(Col("dt"), 30), () => DateAdd(Col("dt"), Lit(30)) },
        { "date_format(ts, 'yyyy/MM/dd HH:mm:ss')", () => DateFormat(Col("ts"), "yyyy/MM/dd HH:mm:ss") },
        { "date_sub(dt, 30)", () => DateSub(Col("dt"), 30), () => DateSub(Col("dt"), Lit(30)) },
        { "date_trunc('HOUR', ts)", () => DateTrunc("HOUR", Col("ts")) },
        { "datediff(dt, DATE'2024-01-01') AS r", () => DateDiff(Col("dt"), NewYear).As("r") },
        { "dayofmonth(dt)", () => DayOfMonth(Col("dt")) },
        { "dayofweek(dt)", () => DayOfWeek(Col("dt")) },
        { "dayofyear(dt)", () => DayOfYear(Col("dt")) },
        { "from_unixtime(l, 'yyyy-MM-dd HH:mm:ss')", () => FromUnixTime(Col("l")) },
        { "from_unixtime(l, 'HH:mm')", () => FromUnixTime(Col("l"), "HH:mm") },
        { "from_utc_timestamp(ts, 'America/New_York')", () => FromUtcTimestamp(Col("ts"), "America/New_York"), () => FromUtcTimestamp(Col("ts"), Lit("America/New_York")) },
        { "hour(ts)", () => Hour(Col("ts")) },
        { "last_day(dt)", () => LastDay(Col("dt")) },
        { "make_date(2024, 2, id + 24)", () => MakeDate(Lit(2024), Lit(2), Col("id").Plus(24)) },
        { "make_timestamp(2024, 2, 29, 1, id, 5.5BD)", () => MakeTimestamp(Lit(2024), Lit(2), Lit(29), Lit(1), Col("id"), Lit(5.5m)) },
        { "minute(ts)", () => Minute(Col("ts")) },
        { "month(dt)", () => Month(Col("dt")) },
        { "months_between(ts, dt, true)", () => MonthsBetween(Col("ts"), Col("dt")), () => MonthsBetween(Col("ts"), Col("dt"), true) },
        { "months_between(ts, DATE'2024-01-01', false) AS r", () => MonthsBetween(Col("ts"), NewYear, false).As("r") },
        { "next_day(dt, 'Mon')", () => NextDay(Col("dt"), "Mon"), () => NextDay(Col("dt"), Lit("Mon")) },
        { "quarter(dt)", () => Quarter(Col("dt")) },
        { "second(ts)", () => Second(Col("ts")) },
        { "session_window(ts, '10 minutes')", () => Session_Window(Col("ts"), "10 minutes"), () => Session_Window(Col("ts"), Lit("10 minutes")) },
        { "timestamp_seconds(l)", () => TimestampSeconds(Col("l")) },
        { "to_date(CAST(dt AS STRING)) AS r", () => ToDate(Col("dt").Cast("string")).As("r") },
        { "to_date(date_format(dt, 'dd.MM.yyyy'), 'dd.MM.yyyy')", () => ToDate(DateFormat(Col("dt"), "dd.MM.yyyy"), "dd.MM.yyyy") },
        { "to_timestamp(CAST(ts AS STRING)) AS r", () => ToTimestamp(Col("ts").Cast("string")).As("r") },
        { "to_timestamp(date_format(ts, 'HH dd.MM.yyyy'), 'HH dd.MM.yyyy')", () => ToTimestamp(DateFormat(Col("ts"), "HH dd.MM.yyyy"), "HH dd.MM.yyyy") },
        { "to_utc_timestamp(ts, 'America/New_York')", () => ToUtcTimestamp(Col("ts"), "America/New_York"), () => ToUtcTimestamp(Col("ts"), Lit("America/New_York")) },
        { "trunc(dt, 'YEAR')", () => Trunc(Col("dt"), "YEAR") },
        { "try_to_timestamp(s)", () => TryToTimestamp(Col("s")) },
        { "try_to_timestamp(s, 'yyyy')", () => TryToTimestamp(Col("s"), "yyyy") },
        { "unix_micros(ts)", () => UnixMicros(Col("ts")) },
        { "unix_timestamp(ts, 'yyyy-MM-dd HH:mm:ss')", () => UnixTimestamp(Col("ts")) },
        { "unix_timestamp(date_format(dt, 'yyyy'), 'yyyy')", () => UnixTimestamp(DateFormat(Col("dt"), "yyyy"), "yyyy") },
        { "unix_timestamp() BETWEEN 1700000000 AND 4000000000 AS r", () => UnixTimestamp().Between(1700000000, 4000000000).As("r") },
        { "weekofyear(dt)", () => WeekOfYear(Col("dt")) },
        { "window(ts, '15 minutes')", () => Window(Col("ts"), "15 minutes") },
        { "window(ts, '15 minutes', '10 minutes')", () => Window(Col("ts"), "15 minutes", "10 minutes") },
        { "window(ts, '1 hour', '1 hour', '20 minutes')", () => Window(Col("ts"), "1 hour", "1 hour", "20 minutes") },
        { "year(dt)", () => Year(Col("dt")) },
    };
}
