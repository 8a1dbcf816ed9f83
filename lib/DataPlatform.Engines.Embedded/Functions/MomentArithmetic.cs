using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>
/// Operators on dates, instants and clock times. Spark's <c>BinaryArithmeticWithDatetimeResolver</c>: whole days move the calendar of the session's zone, the rest moves the instant.
/// </summary>
internal static class MomentArithmetic
{
    private const long MicrosPerDay = 86_400_000_000;

    private static readonly DateType Date = new();

    private static readonly Parameter Day = Parameter.Is<DateType>("DATE");

    private static readonly Parameter Days = new("INT or SMALLINT or TINYINT", type => type is ByteType or ShortType or IntegerType ? new IntegerType() : null);

    private static readonly Parameter Months = Parameter.Is<YearMonthIntervalType>("INTERVAL YEAR TO MONTH");

    private static readonly Parameter WholeDays = new("INTERVAL DAY", type => type is DayTimeIntervalType { EndField: 0 } ? type : null);

    private static readonly Parameter Time = Parameter.Is<DayTimeIntervalType>("INTERVAL DAY TO SECOND");

    private static readonly Parameter Moment = Parameter.OneOf(Parameter.Is<TimestampType>("TIMESTAMP"), Parameter.Is<TimestampNTZType>("TIMESTAMP_NTZ"));

    private static readonly Parameter AnyMoment = Parameter.OneOf(Moment, Day);

    public static IReadOnlyList<Function> Rows { get; } =
    [
        .. Shifts("+", ""),
        .. Shifts("-", "-"),
        .. Shifts("try_add", "").Select(row => row with { Nullable = Always }),
        .. Reversed("+", Days, Months, WholeDays, Time),
        Scalar("-", [Day, Day], Gives(new DayTimeIntervalType(0, 0)), $"(CAST({{0}} - {{1}} AS BIGINT) * {MicrosPerDay})"),
        Scalar("-", [AnyMoment, AnyMoment], Gives(new DayTimeIntervalType()), call => $"({LocalMicros(call, 0)} - {LocalMicros(call, 1)})"),
    ];

    private static IEnumerable<Function> Shifts(string name, string sign) =>
    [
        Scalar(name, [Day, Days], Gives(Date), call => ShiftedDate(call[0], $"{sign}{call[1]}")),
        Scalar(name, [Day, Months], Gives(Date), call => MonthsLater(call[0], $"{sign}{call[1]}")),
        Scalar(name, [Day, WholeDays], Gives(Date), call => ShiftedDate(call[0], $"{sign}CAST({call[1]} // {MicrosPerDay} AS INTEGER)")),
        Scalar(name, [Day, Time], Gives(new TimestampType()), call => Shifted(call, 0, $"({sign}{call[1]})")),
        Scalar(name, [Moment, Months], SameAs(0), call => FromLocal(call, $"spark_add_months({LocalMicros(call, 0)}, {sign}{call[1]})")),
        Scalar(name, [Moment, Time], SameAs(0), call => Shifted(call, 0, $"({sign}{call[1]})")),
    ];

    // What is added may come first.
    private static IEnumerable<Function> Reversed(string name, Parameter days, Parameter months, Parameter wholeDays, Parameter time) =>
    [
        Scalar(name, [days, Day], Gives(Date), call => ShiftedDate(call[1], call[0])),
        Scalar(name, [months, Day], Gives(Date), call => MonthsLater(call[1], call[0])),
        Scalar(name, [wholeDays, Day], Gives(Date), call => ShiftedDate(call[1], $"CAST({call[0]} // {MicrosPerDay} AS INTEGER)")),
        Scalar(name, [time, Day], Gives(new TimestampType()), call => Shifted(call, 1, call[0])),
        Scalar(name, [months, Moment], args => args[1].Type, call => FromLocal(call, $"spark_add_months({LocalMicros(call, 1)}, {call[0]})")),
        Scalar(name, [time, Moment], args => args[1].Type, call => Shifted(call, 1, call[0])),
    ];

    private static string ShiftedDate(string date, string days) => $"({date} + ({days}))";

    private static string MonthsLater(string date, string months) => $"CAST({date} + to_months({months}) AS DATE)";

    private static string LocalMicros(CallSql call, int index) =>
        call.TypeOf(index) is TimestampType ? InstantSql.LocalMicros(call[index], call.TimeZone) : InstantSql.Micros(call[index]);

    private static string FromLocal(CallSql call, string localMicros) =>
        call.Type is TimestampType ? InstantSql.FromLocalMicros(localMicros, call.TimeZone) : InstantSql.LocalFromMicros(localMicros);

    private static string Shifted(CallSql call, int moment, string micros)
    {
        var local = LocalMicros(call, moment);
        if (call.Type is not TimestampType)
        {
            return InstantSql.LocalFromMicros($"({local} + {micros})");
        }

        return InstantSql.IsUtc(call.TimeZone)
            ? InstantSql.FromMicros($"({local} + {micros})")
            : InstantSql.FromMicros($"({InstantSql.InstantMicros($"({local} + ({micros} // {MicrosPerDay}) * {MicrosPerDay})", call.TimeZone)} + {micros} % {MicrosPerDay})");
    }
}
