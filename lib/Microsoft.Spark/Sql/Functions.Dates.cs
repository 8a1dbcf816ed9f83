namespace Microsoft.Spark.Sql;

public static partial class Functions
{
    /// <summary>The date so many months later; a day that the month lacks becomes its last.</summary>
    public static Column AddMonths(Column startDate, int numMonths) => Call("add_months", startDate, Lit(numMonths));

    /// <summary>As <see cref="AddMonths(Column, int)"/>, by a column.</summary>
    public static Column AddMonths(Column startDate, Column numMonths) => Call("add_months", startDate, numMonths);

    /// <summary>The day on which the query began, in the session's time zone: date, the same in all rows.</summary>
    public static Column CurrentDate() => Call("current_date");

    /// <summary>The instant at which the query began: timestamp, the same in all rows.</summary>
    public static Column CurrentTimestamp() => Call("current_timestamp");

    /// <summary>A date or timestamp as text by Spark's pattern, such as <c>yyyy-MM-dd HH:mm:ss</c>, in the session's time zone.</summary>
    public static Column DateFormat(Column dateExpr, string format) => Call("date_format", dateExpr, Lit(format));

    /// <summary>The date so many days later.</summary>
    public static Column DateAdd(Column start, int days) => Call("date_add", start, Lit(days));

    /// <summary>As <see cref="DateAdd(Column, int)"/>, by a column.</summary>
    public static Column DateAdd(Column start, Column days) => Call("date_add", start, days);

    /// <summary>The date so many days earlier.</summary>
    public static Column DateSub(Column start, int days) => Call("date_sub", start, Lit(days));

    /// <summary>As <see cref="DateSub(Column, int)"/>, by a column.</summary>
    public static Column DateSub(Column start, Column days) => Call("date_sub", start, days);

    /// <summary>How many days from start to end: int; times of day do not count.</summary>
    public static Column DateDiff(Column end, Column start) => Call("datediff", end, start);

    /// <summary>The year: int.</summary>
    public static Column Year(Column column) => Call("year", column);

    /// <summary>The quarter, 1 to 4: int.</summary>
    public static Column Quarter(Column column) => Call("quarter", column);

    /// <summary>The month, 1 to 12: int.</summary>
    public static Column Month(Column column) => Call("month", column);

    /// <summary>The day of the week, 1 (Sunday) to 7 (Saturday): int.</summary>
    public static Column DayOfWeek(Column column) => Call("dayofweek", column);

    /// <summary>The day of the month, 1 to 31: int.</summary>
    public static Column DayOfMonth(Column column) => Call("dayofmonth", column);

    /// <summary>The day of the year, 1 to 366: int.</summary>
    public static Column DayOfYear(Column column) => Call("dayofyear", column);

    /// <summary>The hour in the session's time zone, 0 to 23: int.</summary>
    public static Column Hour(Column column) => Call("hour", column);

    /// <summary>The last day of the month: date.</summary>
    public static Column LastDay(Column column) => Call("last_day", column);

    /// <summary>The minute in the session's time zone, 0 to 59: int.</summary>
    public static Column Minute(Column column) => Call("minute", column);

    /// <summary>
    /// How many months from start to end, of 31 days where they are not whole, rounded to 8 digits: double. Whole for equal days of the month and two last
    /// days.
    /// </summary>
    public static Column MonthsBetween(Column end, Column start) => Call("months_between", end, start);

    /// <summary>As <see cref="MonthsBetween(Column, Column)"/>, rounded or not.</summary>
    public static Column MonthsBetween(Column end, Column start, bool roundOff) => Call("months_between", end, start, Lit(roundOff));

    /// <summary>The first day after the date that is such a weekday, <c>Mon</c> or <c>Monday</c>; another name fails.</summary>
    public static Column NextDay(Column date, string dayOfWeek) => Call("next_day", date, Lit(dayOfWeek));

    /// <summary>As <see cref="NextDay(Column, string)"/>, by a column.</summary>
    public static Column NextDay(Column date, Column dayOfWeek) => Call("next_day", date, dayOfWeek);

    /// <summary>The second, 0 to 59: int.</summary>
    public static Column Second(Column column) => Call("second", column);

    /// <summary>The ISO week, 1 to 53: int; weeks begin on Monday, and week 1 has more than three days.</summary>
    public static Column WeekOfYear(Column column) => Call("weekofyear", column);

    /// <summary>Seconds since 1970-01-01 00:00:00 UTC as text <c>yyyy-MM-dd HH:mm:ss</c> in the session's time zone.</summary>
    public static Column FromUnixTime(Column column) => Call("from_unixtime", column);

    /// <summary>As <see cref="FromUnixTime(Column)"/>, by a pattern.</summary>
    public static Column FromUnixTime(Column column, string format) => Call("from_unixtime", column, Lit(format));

    /// <summary>Seconds since 1970-01-01 00:00:00 UTC when the query began: bigint.</summary>
    public static Column UnixTimestamp() => UnixTimestamp(CurrentTimestamp());

    /// <summary>Seconds since 1970-01-01 00:00:00 UTC of a date, timestamp, or text <c>yyyy-MM-dd HH:mm:ss</c>: bigint; text of another form fails.</summary>
    public static Column UnixTimestamp(Column column) => Call("unix_timestamp", column);

    /// <summary>As <see cref="UnixTimestamp(Column)"/>, of text by a pattern.</summary>
    public static Column UnixTimestamp(Column column, string format) => Call("unix_timestamp", column, Lit(format));

    /// <summary>Text as a timestamp under the rules of a cast; what is none fails.</summary>
    public static Column ToTimestamp(Column column) => Call("to_timestamp", column);

    /// <summary>Text as a timestamp by a pattern; what does not fit fails (<c>CANNOT_PARSE_TIMESTAMP</c>).</summary>
    public static Column ToTimestamp(Column column, string format) => Call("to_timestamp", column, Lit(format));

    /// <summary>Text or a timestamp as a date under the rules of a cast; what is none fails.</summary>
    public static Column ToDate(Column column) => Call("to_date", column);

    /// <summary>Text as a date by a pattern; what does not fit fails (<c>CANNOT_PARSE_TIMESTAMP</c>).</summary>
    public static Column ToDate(Column column, string format) => Call("to_date", column, Lit(format));

    /// <summary>The first day of the date's <c>year</c>, <c>quarter</c>, <c>month</c> or <c>week</c> (Monday): date; null for another unit.</summary>
    public static Column Trunc(Column column, string format) => Call("trunc", column, Lit(format));

    /// <summary>
    /// The timestamp cut to its <c>year</c>, <c>quarter</c>, <c>month</c>, <c>week</c>, <c>day</c>, <c>hour</c>, <c>minute</c>, <c>second</c>,
    /// <c>millisecond</c> or <c>microsecond</c> in the session's time zone; null for another unit.
    /// </summary>
    public static Column DateTrunc(string format, Column column) => Call("date_trunc", Lit(format), column);

    /// <summary>
    /// A clock reading taken as UTC, as the zone's clock shows it then. The zone is a name such as <c>America/New_York</c> or an offset such as
    /// <c>+01:00</c>.
    /// </summary>
    public static Column FromUtcTimestamp(Column column, string tz) => Call("from_utc_timestamp", column, Lit(tz));

    /// <summary>As <see cref="FromUtcTimestamp(Column, string)"/>, by a column.</summary>
    public static Column FromUtcTimestamp(Column column, Column tz) => Call("from_utc_timestamp", column, tz);

    /// <summary>
    /// A clock reading taken as the zone's, as UTC shows it then. The zone is a name such as <c>America/New_York</c> or an offset such as <c>+01:00</c>.
    /// </summary>
    public static Column ToUtcTimestamp(Column column, string tz) => Call("to_utc_timestamp", column, Lit(tz));

    /// <summary>As <see cref="ToUtcTimestamp(Column, string)"/>, by a column.</summary>
    public static Column ToUtcTimestamp(Column column, Column tz) => Call("to_utc_timestamp", column, tz);

    /// <summary>
    /// To group by: the windows of time that a timestamp is in, as a struct of <c>start</c> (inclusive) and <c>end</c> (exclusive), such as <c>10 minutes</c>
    /// long, every <c>5 minutes</c>, shifted by <c>startTime</c>.
    /// </summary>
    public static Column Window(Column column, string windowDuration, string slideDuration, string startTime) =>
        Call("window", column, Lit(windowDuration), Lit(slideDuration), Lit(startTime));

    /// <summary>As <see cref="Window(Column, string, string, string)"/>, from 1970-01-01 00:00:00 UTC on.</summary>
    public static Column Window(Column column, string windowDuration, string slideDuration) => Call("window", column, Lit(windowDuration), Lit(slideDuration));

    /// <summary>As <see cref="Window(Column, string, string, string)"/>, one after another.</summary>
    public static Column Window(Column column, string windowDuration) => Call("window", column, Lit(windowDuration));

    /// <summary>
    /// To group by: the span of timestamps that follow each other within a gap, as a struct of <c>start</c> (inclusive) and <c>end</c> (exclusive).
    /// </summary>
    public static Column Session_Window(Column timeColumn, string gapDuration) => Call("session_window", timeColumn, Lit(gapDuration));

    /// <summary>As <see cref="Session_Window(Column, string)"/>, by a column.</summary>
    public static Column Session_Window(Column timeColumn, Column gapDuration) => Call("session_window", timeColumn, gapDuration);

    /// <summary>The instant so many seconds after 1970-01-01 00:00:00 UTC: timestamp.</summary>
    public static Column TimestampSeconds(Column column) => Call("timestamp_seconds", column);

    /// <summary>As <see cref="ToTimestamp(Column)"/>, but null for what is none. Not in Microsoft.Spark.</summary>
    public static Column TryToTimestamp(Column column) => Call("try_to_timestamp", column);

    /// <summary>As <see cref="ToTimestamp(Column, string)"/>, but null for what does not fit. Not in Microsoft.Spark.</summary>
    public static Column TryToTimestamp(Column column, string format) => Call("try_to_timestamp", column, Lit(format));

    /// <summary>A date of its parts; parts that make none fail. Not in Microsoft.Spark.</summary>
    public static Column MakeDate(Column year, Column month, Column day) => Call("make_date", year, month, day);

    /// <summary>A timestamp of its parts in the session's time zone; parts that make none fail. Not in Microsoft.Spark.</summary>
    public static Column MakeTimestamp(Column years, Column months, Column days, Column hours, Column mins, Column secs) =>
        Call("make_timestamp", years, months, days, hours, mins, secs);

    /// <summary>Microseconds since 1970-01-01 00:00:00 UTC: bigint. Not in Microsoft.Spark.</summary>
    public static Column UnixMicros(Column column) => Call("unix_micros", column);

    /// <summary>For <see cref="DataFrameWriterV2.PartitionedBy"/> alone: a partition a year.</summary>
    public static Column Years(Column column) => Call("years", column);

    /// <summary>For <see cref="DataFrameWriterV2.PartitionedBy"/> alone: a partition a month.</summary>
    public static Column Months(Column column) => Call("months", column);

    /// <summary>For <see cref="DataFrameWriterV2.PartitionedBy"/> alone: a partition a day.</summary>
    public static Column Days(Column column) => Call("days", column);

    /// <summary>For <see cref="DataFrameWriterV2.PartitionedBy"/> alone: a partition an hour.</summary>
    public static Column Hours(Column column) => Call("hours", column);

    /// <summary>For <see cref="DataFrameWriterV2.PartitionedBy"/> alone: so many partitions by hash.</summary>
    public static Column Bucket(Column numBuckets, Column column) => Call("bucket", numBuckets, column);

    /// <summary>For <see cref="DataFrameWriterV2.PartitionedBy"/> alone: so many partitions by hash.</summary>
    public static Column Bucket(int numBuckets, Column column) => Call("bucket", Lit(numBuckets), column);
}
