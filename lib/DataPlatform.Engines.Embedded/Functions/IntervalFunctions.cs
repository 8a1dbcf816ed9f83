using DataPlatform.Engines.Embedded.Natives;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Intervals, parts of dates and times by name, and windows of time.</summary>
internal static class IntervalFunctions
{
    private static readonly Parameter IntervalSeconds = Parameter.To(new DecimalType(18, 6));

    private static readonly StructType WindowType = new([new StructField("start", new TimestampType()), new StructField("end", new TimestampType())]);

    private static readonly StructType LocalWindowType = new([new StructField("start", new TimestampNTZType()), new StructField("end", new TimestampNTZType())]);

    public static IReadOnlyList<Function> Rows { get; } =
    [
        .. new[] { "extract", "date_part", "datepart" }.Select(name => Scalar(
            name,
            [Parameter.Any, Parameter.Any],
            args => DatePart.Find(args).Type,
            call => DatePart.Find(call.Call.Arguments).Write(call),
            nullable: args => args[1].IsNullable || args[1].Type is StringType)),

        .. new[] { "timestampadd", "dateadd", "date_add" }.Select(name => Scalar(name, [Parameter.Any, Parameter.Int, Parameter.Timestamp], Gives(new TimestampType()), Add)),
        .. new[] { "timestampdiff", "datediff", "date_diff" }.Select(name => Scalar(name, [Parameter.Any, Parameter.Timestamp, Parameter.Timestamp], Gives(new LongType()), Difference)),

        Scalar("make_dt_interval", [.. Enumerable.Repeat(Parameter.Int, 3), IntervalSeconds], Gives(new DayTimeIntervalType()), MakeDayTime, optional: 4),
        Scalar(
            "make_ym_interval",
            [Parameter.Int, Parameter.Int],
            Gives(new YearMonthIntervalType()),
            call => $"({Or0(call, 0)} * 12 + {Or0(call, 1)})",
            optional: 2),

        Scalar(
            "window",
            [Parameter.OneOf(Parameter.Is<TimestampNTZType>("TIMESTAMP_NTZ"), Parameter.Timestamp), Parameter.String, Parameter.String, Parameter.String],
            args => args[0].Type is TimestampNTZType ? LocalWindowType : WindowType,
            Window,
            optional: 2) with { DisplayName = "window" },
        Scalar("window_time", [Parameter.Struct], args => ((StructType)args[0].Type).Fields[1].DataType, WindowTime, nullable: Always),
    ];

    private static string Or0(CallSql call, int index) => call.Count > index ? call[index] : "0";

    private static string Unit(CallSql call) => ((string)call.Constant(0)!).ToUpperInvariant();

    private static string Add(CallSql call)
    {
        var local = InstantSql.LocalMicros(call[2], call.TimeZone);
        string Months(int count) => InstantSql.FromLocalMicros($"spark_add_months({local}, {call[1]} * {count})", call.TimeZone);
        string Days(int count) => InstantSql.FromLocalMicros($"({local} + CAST({call[1]} AS BIGINT) * {count} * 86400000000)", call.TimeZone);
        string Micros(long count) => InstantSql.FromMicros($"({InstantSql.Micros(call[2])} + CAST({call[1]} AS BIGINT) * {count})");
        return Unit(call) switch
        {
            "YEAR" => Months(12),
            "QUARTER" => Months(3),
            "MONTH" => Months(1),
            "WEEK" => Days(7),
            "DAY" or "DAYOFYEAR" => Days(1),
            "HOUR" => Micros(3_600_000_000),
            "MINUTE" => Micros(60_000_000),
            "SECOND" => Micros(1_000_000),
            "MILLISECOND" => Micros(1_000),
            "MICROSECOND" => Micros(1),
            var unit => throw EmbeddedErrors.UnresolvedColumn(unit, []),
        };
    }

    private static string Difference(CallSql call)
    {
        var (start, end) = (InstantSql.LocalMicros(call[1], call.TimeZone), InstantSql.LocalMicros(call[2], call.TimeZone));
        string Months(int count) => $"(spark_whole_months_between({start}, {end}) // {count})";
        string Local(long size) => $"(({end} - {start}) // {size})";
        return Unit(call) switch
        {
            "YEAR" => Months(12),
            "QUARTER" => Months(3),
            "MONTH" => Months(1),
            "WEEK" => Local(7 * 86_400_000_000),
            "DAY" or "DAYOFYEAR" => Local(86_400_000_000),
            "HOUR" => Local(3_600_000_000),
            "MINUTE" => Local(60_000_000),
            "SECOND" => Local(1_000_000),
            "MILLISECOND" => Local(1_000),
            "MICROSECOND" => Local(1),
            var unit => throw EmbeddedErrors.UnresolvedColumn(unit, []),
        };
    }

    private static string MakeDayTime(CallSql call)
    {
        var seconds = call.Count > 3 ? $"CAST({call[3]} * 1000000 AS BIGINT)" : "0";
        return $"(CAST({Or0(call, 0)} AS BIGINT) * 86400000000 + CAST({Or0(call, 1)} AS BIGINT) * 3600000000 + CAST({Or0(call, 2)} AS BIGINT) * 60000000 + {seconds})";
    }

    // The window that an instant lies in. Windows begin at whole multiples of their length since 1970 in UTC, whatever the session's zone.
    private static string Window(CallSql call)
    {
        var length = IntervalText.Micros((string)call.Constant(1)!);
        var slide = call.Count > 2 ? IntervalText.Micros((string)call.Constant(2)!) : length;
        var start = call.Count > 3 ? IntervalText.Micros((string)call.Constant(3)!) : 0;
        if (slide != length)
        {
            throw EmbeddedErrors.UnsupportedFeature("windows of time that overlap", "Use windows whose slide is their length, or run the job on Spark.");
        }

        var from = call.TypeOf(0) is TimestampNTZType ? "make_timestamp" : "make_timestamptz";
        var time = call.Argument(0).IsNullable
            ? $"COALESCE({call[0]}, {SqlText.Fail("UNSUPPORTED_FEATURE.EMBEDDED_ENGINE", "A row has no time to put it in a window. Leave such rows out with a filter first.")})"
            : call[0];
        var first = $"spark_window_start({InstantSql.Micros(time)}, {slide}, {start})";
        return $"list_transform([{first}], lambda w_: {{'start': {from}(w_), 'end': {from}(w_ + {length})}})[1]";
    }

    private static string WindowTime(CallSql call)
    {
        var from = call.Type is TimestampNTZType ? "make_timestamp" : "make_timestamptz";
        return $"{from}({InstantSql.Micros($"struct_extract({call[0]}, 'end')")} - 1)";
    }
}
