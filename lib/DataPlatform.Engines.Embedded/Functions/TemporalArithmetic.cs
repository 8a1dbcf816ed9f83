using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Operators over dates, times and intervals. Spark's <c>BinaryArithmeticWithDatetimeResolver</c>.</summary>
internal static class TemporalArithmetic
{
    private const long MicrosOfDay = 86_400_000_000;

    private static readonly Parameter[] Two = [Parameter.Any, Parameter.Any];

    private static readonly DayTimeIntervalType DayToSecond = new();

    private static readonly YearMonthIntervalType YearToMonth = new();

    public static IReadOnlyList<Function> Rows { get; } =
    [
        Row("+", SumTypes, SumType, Sum),
        Row("try_add", SumTypes, SumType, Sum) with { Nullable = Always },
        Row("-", DifferenceTypes, DifferenceType, Difference),
        Row("try_subtract", DifferenceTypes, DifferenceType, Difference) with { Nullable = Always },
        Row("*", args => Scaled(args, eitherWay: true), args => Widest(Interval(args)), Product),
        Row("/", args => Scaled(args, eitherWay: false), args => Widest(args[0].Type), Quotient),
        Row("div", Alike, Gives(new LongType()), WholeQuotient) with { Nullable = Always },
    ];

    private static Function Row(
        string name, Func<IReadOnlyList<BoundExpression>, IReadOnlyList<DataType>?> coerce, Func<IReadOnlyList<BoundExpression>, DataType> result, SqlForm sql) =>
        Scalar(name, Two, result, sql) with { Coerce = coerce };

    private static bool IsInterval(DataType type) => type is YearMonthIntervalType or DayTimeIntervalType;

    private static bool IsTime(DataType type) => type is TimestampType or TimestampNTZType;

    private static bool IsDays(DataType type) => type is ByteType or ShortType or IntegerType;

    // Text beside an interval is no time here: Spark gives text back, which nobody means.
    private static IReadOnlyList<DataType>? SumTypes(IReadOnlyList<BoundExpression> arguments) => (arguments[0].Type, arguments[1].Type) switch
    {
        (DateType, var days) when IsDays(days) => [new DateType(), new IntegerType()],
        (var days, DateType) when IsDays(days) => [new IntegerType(), new DateType()],
        (DateType, NullType) => [new DateType(), new IntegerType()],
        (DateType or TimestampType or TimestampNTZType, var interval) when IsInterval(interval) => Types(arguments),
        (var interval, DateType or TimestampType or TimestampNTZType) when IsInterval(interval) => Types(arguments),
        _ => Alike(arguments),
    };

    private static IReadOnlyList<DataType>? DifferenceTypes(IReadOnlyList<BoundExpression> arguments) => (arguments[0].Type, arguments[1].Type) switch
    {
        (DateType, var days) when IsDays(days) => [new DateType(), new IntegerType()],
        (DateType or TimestampType or TimestampNTZType, var interval) when IsInterval(interval) => Types(arguments),
        (DateType or StringType, DateType or StringType) when arguments.Any(a => a.Type is DateType) => [new DateType(), new DateType()],
        (DateType or TimestampType or TimestampNTZType or StringType, DateType or TimestampType or TimestampNTZType or StringType)
            when arguments.Any(a => IsTime(a.Type)) && TypeCoercion.CommonType(arguments[0].Type, arguments[1].Type) is { } common => [common, common],
        _ => Alike(arguments),
    };

    // Both intervals of one kind: fields from the first of either to the last of either.
    private static IReadOnlyList<DataType>? Alike(IReadOnlyList<BoundExpression> arguments) =>
        IsInterval(arguments[0].Type) && IsInterval(arguments[1].Type) && TypeCoercion.CommonType(arguments[0].Type, arguments[1].Type) is { } common
            ? [common, common]
            : null;

    private static IReadOnlyList<DataType>? Scaled(IReadOnlyList<BoundExpression> arguments, bool eitherWay) => (arguments[0].Type, arguments[1].Type) switch
    {
        (var interval, NumericType) when IsInterval(interval) => Types(arguments),
        (var interval, StringType or NullType) when IsInterval(interval) => [interval, new DoubleType()],
        (NumericType, var interval) when eitherWay && IsInterval(interval) => Types(arguments),
        (StringType or NullType, var interval) when eitherWay && IsInterval(interval) => [new DoubleType(), interval],
        _ => null,
    };

    private static IReadOnlyList<DataType> Types(IReadOnlyList<BoundExpression> arguments) => [.. arguments.Select(a => a.Type)];

    private static DataType SumType(IReadOnlyList<BoundExpression> arguments) => IsInterval(arguments[0].Type)
        ? IsInterval(arguments[1].Type) ? arguments[0].Type : Moved(arguments[1].Type, arguments[0].Type)
        : arguments[0].Type is IntegerType ? arguments[1].Type : Moved(arguments[0].Type, arguments[1].Type);

    private static DataType DifferenceType(IReadOnlyList<BoundExpression> arguments) => (arguments[0].Type, arguments[1].Type) switch
    {
        (DateType, DateType) => new DayTimeIntervalType(0, 0),
        (TimestampType or TimestampNTZType, TimestampType or TimestampNTZType) => DayToSecond,
        (var interval, _) when IsInterval(interval) => interval,
        var (time, other) => Moved(time, other),
    };

    // A date moved by hours is an instant.
    private static DataType Moved(DataType time, DataType by) => (time, by) switch
    {
        (DateType, DayTimeIntervalType { StartField: 0, EndField: 0 }) => time,
        (DateType, DayTimeIntervalType) => new TimestampType(),
        _ => time,
    };

    private static DataType Interval(IReadOnlyList<BoundExpression> arguments) => arguments.First(a => IsInterval(a.Type)).Type;

    private static DataType Widest(DataType interval) => interval is YearMonthIntervalType ? YearToMonth : DayToSecond;

    private static string Sum(CallSql call) => IsInterval(call.TypeOf(0)) && !IsInterval(call.TypeOf(1)) || call.TypeOf(0) is IntegerType
        ? Move(call, call[1], call.TypeOf(1), call[0], call.TypeOf(0))
        : IsInterval(call.TypeOf(0)) ? $"({call[0]} + {call[1]})" : Move(call, call[0], call.TypeOf(0), call[1], call.TypeOf(1));

    private static string Difference(CallSql call) => (call.TypeOf(0), call.TypeOf(1)) switch
    {
        (DateType, DateType) => $"(({call[0]} - {call[1]}) * {MicrosOfDay})",
        (TimestampType, TimestampType) => $"({InstantSql.LocalMicros(call[0], call.TimeZone)} - {InstantSql.LocalMicros(call[1], call.TimeZone)})",
        (TimestampNTZType, TimestampNTZType) => $"(epoch_us({call[0]}) - epoch_us({call[1]}))",
        (var interval, _) when IsInterval(interval) => $"({call[0]} - {call[1]})",
        var (time, by) => Move(call, call[0], time, $"(-{call[1]})", by),
    };

    private static string Move(CallSql call, string time, DataType type, string by, DataType byType) => (type, byType) switch
    {
        (DateType, IntegerType) => $"({time} + {by})",
        (DateType, YearMonthIntervalType) => $"CAST(({time} + to_months({by})) AS DATE)",
        (DateType, DayTimeIntervalType { StartField: 0, EndField: 0 }) => $"({time} + CAST({by} // {MicrosOfDay} AS INTEGER))",
        (DateType, _) => Instant(call, $"epoch_us(CAST({time} AS TIMESTAMP))", by),
        (TimestampNTZType, YearMonthIntervalType) => $"make_timestamp(spark_add_months(epoch_us({time}), {by}))",
        (TimestampNTZType, _) => $"make_timestamp(epoch_us({time}) + {by})",
        (_, YearMonthIntervalType) => InstantSql.FromLocalMicros($"spark_add_months({InstantSql.LocalMicros(time, call.TimeZone)}, {by})", call.TimeZone),
        _ => Instant(call, InstantSql.LocalMicros(time, call.TimeZone), by),
    };

    // Days are the calendar's, what is left is time that passes.
    private static string Instant(CallSql call, string local, string by) => InstantSql.IsUtc(call.TimeZone)
        ? $"make_timestamptz({local} + {by})"
        : SqlLet.Once(by, "_b", b =>
            $"make_timestamptz({InstantSql.InstantMicros($"({local} + {b} // {MicrosOfDay} * {MicrosOfDay})", call.TimeZone)} + ({b} % {MicrosOfDay}))");

    private static string Product(CallSql call)
    {
        var (interval, number) = IsInterval(call.TypeOf(0)) ? (0, 1) : (1, 0);
        return call.TypeOf(number) is IntegralType
            ? $"CAST((CAST({call[interval]} AS BIGINT) * {call[number]}) AS {call.ResultDuckType})"
            : $"CAST(round(CAST({call[interval]} AS DOUBLE) * CAST({call[number]} AS DOUBLE)) AS {call.ResultDuckType})";
    }

    // Halves are rounded away from zero.
    private static string Quotient(CallSql call)
    {
        var fail = SqlText.Fail("INTERVAL_DIVIDED_BY_ZERO", "Division by zero. Use `try_divide` to tolerate divisor being 0 and return NULL instead.");
        return SqlLet.Once(call[1], "_b", divisor =>
            $"CAST(round(CAST({call[0]} AS DOUBLE) / (CASE WHEN {divisor} = 0 THEN {fail} ELSE CAST({divisor} AS DOUBLE) END)) AS {call.ResultDuckType})");
    }

    private static string WholeQuotient(CallSql call)
    {
        var fail = SqlText.Fail("DIVIDE_BY_ZERO", "Division by zero. Use `try_divide` to tolerate divisor being 0 and return NULL instead.");
        return SqlLet.Once(call[1], "_b", divisor => $"CAST({call[0]} // (CASE WHEN {divisor} = 0 THEN {fail} ELSE {divisor} END) AS BIGINT)");
    }
}
