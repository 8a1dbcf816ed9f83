using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Functions of instants and clock times.</summary>
internal static class TimestampFunctions
{
    private const string DefaultPattern = "'yyyy-MM-dd HH:mm:ss'";

    private static readonly Parameter Seconds = Parameter.To(new DecimalType(16, 6));

    private static readonly Parameter AnyLong = new("BIGINT", type => type is NumericType or StringType or NullType ? new LongType() : null);

    private static readonly Parameter Castable = new(
        "STRING or NUMERIC or DATE or TIMESTAMP",
        type => type is StringType or CharType or VarcharType or NumericType or DateType or TimestampType or TimestampNTZType or NullType ? new TimestampType() : null);

    private static readonly Parameter Clock = Parameter.OneOf(Parameter.Is<TimestampNTZType>("TIMESTAMP_NTZ"), Parameter.Timestamp);

    /// <summary>A date, an instant or a clock time as it is.</summary>
    public static Parameter DateOrTime { get; } = new(
        "DATE or TIMESTAMP or TIMESTAMP_NTZ",
        type => type is DateType or TimestampType or TimestampNTZType ? type : null);

    public static IReadOnlyList<Function> Rows { get; } =
    [
        Scalar("hour", [Clock], Gives(new IntegerType()), call => $"CAST(hour({Local(call, 0)}) AS INTEGER)"),
        Scalar("minute", [Clock], Gives(new IntegerType()), call => $"CAST(minute({Local(call, 0)}) AS INTEGER)"),
        Scalar("second", [Clock], Gives(new IntegerType()), call => $"CAST(second({Local(call, 0)}) AS INTEGER)"),
        .. new[] { "date_format", "to_char" }.Select(name => Scalar(name, [Parameter.Timestamp, Parameter.String], Gives(new StringType()), Format)),
        Scalar("date_trunc", [Parameter.String, Parameter.Timestamp], Gives(new TimestampType()), Truncate, nullable: Always),
        Scalar("months_between", [Parameter.Timestamp, Parameter.Timestamp, Parameter.Boolean], Gives(new DoubleType()), MonthsBetween, optional: 1),

        Scalar("from_utc_timestamp", [Parameter.Timestamp, Parameter.String], Gives(new TimestampType()), "make_timestamptz(spark_to_local(epoch_us({0}), {1}))"),
        Scalar("to_utc_timestamp", [Parameter.Timestamp, Parameter.String], Gives(new TimestampType()), "make_timestamptz(spark_to_instant(epoch_us({0}), {1}))"),
        Scalar(
            "convert_timezone",
            [Parameter.String, Parameter.String, Parameter.TimestampNtz],
            Gives(new TimestampNTZType()),
            "make_timestamp(spark_to_local(spark_to_instant(epoch_us({2}), {0}), {1}))"),
        Scalar(
            "convert_timezone",
            [Parameter.String, Parameter.TimestampNtz],
            Gives(new TimestampNTZType()),
            "make_timestamp(spark_to_local(spark_to_instant(epoch_us({1}), {tz}), {0}))"),

        Scalar("timestamp_seconds", [Parameter.OneOf(Parameter.Is<IntegralType>("INTEGRAL"), Parameter.Is<DecimalType>("DECIMAL"), Parameter.Double)], Gives(new TimestampType()), FromSeconds, nullable: FromSecondsMayBeNull),
        Scalar("timestamp_millis", [Parameter.WholeNumber], Gives(new TimestampType()), "make_timestamptz({0} * 1000)"),
        Scalar("timestamp_micros", [Parameter.WholeNumber], Gives(new TimestampType()), "make_timestamptz({0})"),
        Scalar("unix_seconds", [Parameter.Timestamp], Gives(new LongType()), "(epoch_us(date_trunc('second', make_timestamp(epoch_us({0})))) // 1000000)"),
        Scalar("unix_millis", [Parameter.Timestamp], Gives(new LongType()), "(epoch_us(date_trunc('millisecond', make_timestamp(epoch_us({0})))) // 1000)"),
        Scalar("unix_micros", [Parameter.Timestamp], Gives(new LongType()), "epoch_us({0})"),
        Scalar("unix_timestamp", [], Gives(new LongType()), "(epoch_us(now()) // 1000000)", nullable: Never),
        .. new[] { "unix_timestamp", "to_unix_timestamp" }.SelectMany(UnixTimestamp),
        Scalar("from_unixtime", [AnyLong, Parameter.String], Gives(new StringType()), FromUnixTime, optional: 1, nullable: Always),

        .. new[] { "to_timestamp", "to_timestamp_ltz" }.SelectMany(ToTimestamp),
        Scalar("to_timestamp_ntz", [Parameter.TimestampNtz], Gives(new TimestampNTZType()), "{0}"),
        Scalar("to_timestamp_ntz", [DateOrTime, Parameter.String], Gives(new TimestampNTZType()), call => Cast(call, call.Type)),
        Scalar("to_timestamp_ntz", [Parameter.String, Parameter.String], Gives(new TimestampNTZType()), "make_timestamp(spark_parse_local({0}, {1}))"),
        Scalar(
            "try_to_timestamp",
            [Parameter.Any],
            Gives(new TimestampType()),
            call => CastSql.Write(call[0], call.TypeOf(0), call.Type, isTry: true, call.TimeZone),
            nullable: Always),
        Scalar(
            "try_to_timestamp",
            [Parameter.String, Parameter.String],
            Gives(new TimestampType()),
            "make_timestamptz(spark_try_parse_instant({0}, {1}, {tz}))",
            nullable: Always),

        .. new[] { "make_timestamp", "make_timestamp_ltz" }.Select(name => Make(name, withZone: true, tries: false)),
        .. new[] { "try_make_timestamp", "try_make_timestamp_ltz" }.Select(name => Make(name, withZone: true, tries: true)),
        Make("make_timestamp_ntz", withZone: false, tries: false),
        Make("try_make_timestamp_ntz", withZone: false, tries: true),

        .. new[] { "current_timestamp", "now" }.Select(name => Scalar(name, [], Gives(new TimestampType()), "now()", nullable: Never)),
        Scalar("localtimestamp", [], Gives(new TimestampNTZType()), call => InstantSql.Local("now()", call.TimeZone), nullable: Never),
        Scalar("current_timezone", [], Gives(new StringType()), "{tz}", nullable: Never),
    ];

    /// <summary>The first argument as another type, as CAST does it.</summary>
    public static string Cast(CallSql call, DataType target) => CastSql.Write(call[0], call.TypeOf(0), target, isTry: false, call.TimeZone);

    /// <summary>An argument's clock time: its own, or that of the session's time zone.</summary>
    public static string Local(CallSql call, int index) =>
        call.TypeOf(index) is TimestampNTZType ? call[index] : InstantSql.Local(call[index], call.TimeZone);

    private static string Format(CallSql call) => $"spark_format_instant({InstantSql.Micros(call[0])}, {call[1]}, {call.TimeZoneLiteral})";

    private static string Truncate(CallSql call)
    {
        if (!InstantSql.IsUtc(call.TimeZone) || call.Argument(0) is not BoundLiteral { Value: string unit })
        {
            return InstantSql.FromMicros($"spark_trunc_instant({InstantSql.Micros(call[1])}, {call[0]}, {call.TimeZoneLiteral})");
        }

        var name = unit.ToUpperInvariant() switch
        {
            "YYYY" or "YY" => "YEAR",
            "MM" or "MON" => "MONTH",
            "DD" => "DAY",
            var other => other,
        };
        return name is "YEAR" or "QUARTER" or "MONTH" or "WEEK" or "DAY" or "HOUR" or "MINUTE" or "SECOND" or "MILLISECOND" or "MICROSECOND"
            ? InstantSql.FromMicros(InstantSql.Micros($"date_trunc('{name}', {InstantSql.Local(call[1], call.TimeZone)})"))
            : "CAST(NULL AS TIMESTAMPTZ)";
    }

    private static string MonthsBetween(CallSql call) =>
        $"spark_months_between({InstantSql.LocalMicros(call[0], call.TimeZone)}, {InstantSql.LocalMicros(call[1], call.TimeZone)}, {(call.Count > 2 ? call[2] : "true")})";

    private static string FromSeconds(CallSql call) => call.TypeOf(0) switch
    {
        IntegralType => $"make_timestamptz(CAST({call[0]} AS BIGINT) * 1000000)",
        DecimalType => $"make_timestamptz(CAST({call[0]} * 1000000 AS BIGINT))",
        _ => $"make_timestamptz(CAST(trunc(CASE WHEN isfinite({call[0]}) THEN {call[0]} END * 1000000) AS BIGINT))",
    };

    private static bool FromSecondsMayBeNull(IReadOnlyList<BoundExpression> arguments) => arguments[0].IsNullable || arguments[0].Type is DoubleType;

    private static IEnumerable<Function> UnixTimestamp(string name) =>
    [
        Scalar(name, [DateOrTime, Parameter.String], Gives(new LongType()), call => $"({InstantSql.Micros(Cast(call, new TimestampType()))} // 1000000)", optional: 1),
        Scalar(
            name,
            [Parameter.OnlyString, Parameter.String],
            Gives(new LongType()),
            call => $"(spark_parse_instant({call[0]}, {(call.Count > 1 ? call[1] : DefaultPattern)}, {call.TimeZoneLiteral}) // 1000000)",
            optional: 1),
    ];

    private static string FromUnixTime(CallSql call) =>
        $"spark_format_instant({call[0]} * 1000000, {(call.Count > 1 ? call[1] : DefaultPattern)}, {call.TimeZoneLiteral})";

    private static IEnumerable<Function> ToTimestamp(string name) =>
    [
        Scalar(name, [Castable], Gives(new TimestampType()), "{0}"),
        Scalar(name, [DateOrTime, Parameter.String], Gives(new TimestampType()), call => Cast(call, call.Type)),
        Scalar(name, [Parameter.String, Parameter.String], Gives(new TimestampType()), "make_timestamptz(spark_parse_instant({0}, {1}, {tz}))"),
    ];

    private static Function Make(string name, bool withZone, bool tries)
    {
        IReadOnlyList<Parameter> parameters = [Parameter.Int, Parameter.Int, Parameter.Int, Parameter.Int, Parameter.Int, Seconds];
        return Scalar(
            name,
            withZone ? [.. parameters, Parameter.String] : parameters,
            Gives(withZone ? new TimestampType() : new TimestampNTZType()),
            call => Make(call, withZone, tries ? "spark_try_make" : "spark_make"),
            optional: withZone ? 1 : 0,
            nullable: tries ? Always : null);
    }

    private static string Make(CallSql call, bool withZone, string native)
    {
        var days = $"CAST({native}_date({call[0]}, {call[1]}, {call[2]}) AS BIGINT)";
        var time = $"{native}_time({call[3]}, {call[4]}, CAST({call[5]} * 1000000 AS BIGINT))";
        var local = $"({days} * 86400000000 + {time})";
        return !withZone ? InstantSql.LocalFromMicros(local)
            : call.Count > 6 ? InstantSql.FromMicros($"spark_to_instant({local}, {call[6]})")
            : InstantSql.FromLocalMicros(local, call.TimeZone);
    }
}
