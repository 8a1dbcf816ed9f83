using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Natives;
using DataPlatform.Engines.Embedded.Sql;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Intervals, parts of dates and times by name, and windows of time.</summary>
internal static class IntervalFunctions
{
    private static readonly Parameter IntervalSeconds = Parameter.To(new DecimalType(18, 6));

    /// <summary>The generator of all windows that a row is in; no name that a query says by chance.</summary>
    public const string OverlappingWindows = "overlapping windows";

    /// <summary>A session from a start to an end; no name that a query says by chance.</summary>
    public const string Session = "session from to";

    private static readonly Parameter[] WindowParameters =
        [Parameter.OneOf(Parameter.Is<TimestampNTZType>("TIMESTAMP_NTZ"), Parameter.Timestamp), Parameter.String, Parameter.String, Parameter.String];

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

        .. new[] { "timestampadd", "dateadd", "date_add" }.Select(name => Scalar(name, [Parameter.Any, Parameter.Long, Parameter.Timestamp], Gives(new TimestampType()), Add)),
        .. new[] { "timestampdiff", "datediff", "date_diff" }.Select(name => Scalar(name, [Parameter.Any, Parameter.Timestamp, Parameter.Timestamp], Gives(new LongType()), Difference)),

        Scalar("make_dt_interval", [.. Enumerable.Repeat(Parameter.Int, 3), IntervalSeconds], Gives(new DayTimeIntervalType()), MakeDayTime, optional: 4),
        Scalar(
            "make_ym_interval",
            [Parameter.Int, Parameter.Int],
            Gives(new YearMonthIntervalType()),
            call => $"({Or0(call, 0)} * 12 + {Or0(call, 1)})",
            optional: 2),

        Scalar("window", WindowParameters, WindowOf, Window, optional: 2, nullable: Never) with { DisplayName = "window" },
        Scalar("session_window", [WindowParameters[0], Parameter.Any], WindowOf, _ => throw EmbeddedErrors.UnsupportedFeature("session windows outside a projection or an aggregation", "Select them first."), nullable: Never),
        Scalar(Session, [WindowParameters[0], WindowParameters[0]], WindowOf, call => $"{{'start': {call[0]}, 'end': {call[1]}}}", nullable: Never),
        GeneratorFunctions.Generator(OverlappingWindows, WindowParameters, args => new StructType([new StructField("window", WindowOf(args))]), SlidingWindows, optional: 2),
        Scalar("window_time", [Parameter.Struct], args => ((StructType)args[0].Type).Fields[1].DataType, WindowTime, nullable: Always),
    ];

    private static string Or0(CallSql call, int index) => call.Count > index ? call[index] : "0";

    private static string Unit(CallSql call) => ((string)call.Constant(0)!).ToUpperInvariant();

    private static string Add(CallSql call)
    {
        var local = InstantSql.LocalMicros(call[2], call.TimeZone);
        string Within(long most) =>
            $"(CASE WHEN abs({call[1]}) > {most} THEN CAST({SqlText.Fail("DATETIME_OVERFLOW", "The time that this makes is beyond what a TIMESTAMP holds.")} AS BIGINT) ELSE {call[1]} END)";
        string Months(int count) => InstantSql.FromLocalMicros($"spark_add_months({local}, CAST({Within(int.MaxValue / count)} AS INTEGER) * {count})", call.TimeZone);
        string Days(int count) => InstantSql.FromLocalMicros($"({local} + {Within(long.MaxValue / count / 86_400_000_000)} * {count} * 86400000000)", call.TimeZone);
        string Micros(long count) => InstantSql.FromMicros($"({InstantSql.Micros(call[2])} + {Within(long.MaxValue / count)} * {count})");
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

    /// <summary>Whether the arguments of <c>window</c> say windows that begin more often than they are long.</summary>
    public static bool Overlap(IReadOnlyList<Expression> arguments) =>
        arguments.Count > 2 && arguments[1] is Literal { Value: string length } && arguments[2] is Literal { Value: string slide } && IntervalText.Micros(slide) != IntervalText.Micros(length);

    private static StructType WindowOf(IReadOnlyList<BoundExpression> arguments) => arguments[0].Type is TimestampNTZType ? LocalWindowType : WindowType;

    private static (long Length, long Slide, long Start, string From) Windows(CallSql call)
    {
        var length = IntervalText.Micros((string)call.Constant(1)!);
        var slide = call.Count > 2 ? IntervalText.Micros((string)call.Constant(2)!) : length;
        var start = call.Count > 3 ? IntervalText.Micros((string)call.Constant(3)!) : 0;
        if (length <= 0 || slide <= 0)
        {
            throw EmbeddedErrors.ValueOutOfRange(length <= 0 ? "window_duration" : "slide_duration", "(0, 9223372036854775807]", $"{Math.Min(length, slide)}");
        }

        if (slide > length || Math.Abs(start) >= slide)
        {
            throw new AnalysisException(
                "DATATYPE_MISMATCH.PARAMETER_CONSTRAINT_VIOLATION", $"Of windows of time, '{call.Constant(1)}' long, the slide is at most their length and the start below the slide.");
        }

        return (length, slide, start, call.TypeOf(0) is TimestampNTZType ? "make_timestamp" : "make_timestamptz");
    }

    // The windows that an instant lies in, latest first: it may lie in as many as begin while one lasts.
    private static string SlidingWindows(CallSql call)
    {
        var (length, slide, start, from) = Windows(call);
        var first = $"(spark_window_start({InstantSql.Micros(call[0])}, {slide}, {start}) - before_ * {slide})";
        return $"SELECT {{'start': {from}({first}), 'end': {from}({first} + {length})}} FROM range({(length + slide - 1) / slide}) AS windows_(before_) WHERE {InstantSql.Micros(call[0])} < {first} + {length}";
    }

    // The window that an instant lies in. Windows begin at whole multiples of their length since 1970 in UTC, whatever the session's zone.
    private static string Window(CallSql call)
    {
        var (length, slide, start, from) = Windows(call);
        if (slide != length)
        {
            throw EmbeddedErrors.UnsupportedFeature("windows of time that overlap outside a projection or an aggregation", "Select them first.");
        }

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
