using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Sums of intervals, and intervals times and by whole numbers.</summary>
internal static class IntervalArithmetic
{
    private static readonly Parameter Months = Parameter.Is<YearMonthIntervalType>("INTERVAL YEAR TO MONTH");

    private static readonly Parameter Time = Parameter.Is<DayTimeIntervalType>("INTERVAL DAY TO SECOND");

    private static readonly Parameter Whole = Parameter.Is<IntegralType>("INTEGRAL");

    public static IReadOnlyList<Function> Rows { get; } =
    [
        .. new[] { "+", "-" }.SelectMany(name => new[] { Months, Time }.Select(kind => Scalar(name, [kind, kind], Common, $"({{0}} {name} {{1}})"))),
        Scalar("*", [Months, Whole], Gives(new YearMonthIntervalType()), "CAST({0} * {1} AS INTEGER)"),
        Scalar("*", [Whole, Months], Gives(new YearMonthIntervalType()), "CAST({0} * {1} AS INTEGER)"),
        Scalar("*", [Time, Whole], Gives(new DayTimeIntervalType()), "({0} * {1})"),
        Scalar("*", [Whole, Time], Gives(new DayTimeIntervalType()), "({0} * {1})"),
        Scalar("/", [Months, Whole], Gives(new YearMonthIntervalType()), Divided),
        Scalar("/", [Time, Whole], Gives(new DayTimeIntervalType()), Divided),
        Scalar("div", [Months, Months], Gives(new LongType()), Quotient, nullable: Always),
        Scalar("div", [Time, Time], Gives(new LongType()), Quotient, nullable: Always),
    ];

    private static DataType Common(IReadOnlyList<BoundExpression> arguments) => TypeCoercion.CommonType(arguments[0].Type, arguments[1].Type)!;

    private static string Divided(CallSql call) => SqlLet.Both(call[0], call[1], (interval, number) =>
        $"CASE WHEN {number} = 0 THEN {SqlText.Fail("INTERVAL_DIVIDED_BY_ZERO", "An interval cannot be divided by zero.")} " +
        $"ELSE CAST(spark_divide_exactly(CAST({interval} AS VARCHAR), CAST({number} AS BIGINT), 0) AS {call.ResultDuckType}) END");

    private static string Quotient(CallSql call) => SqlLet.Both(call[0], call[1], (interval, unit) =>
        $"CASE WHEN {unit} = 0 THEN {SqlText.Fail("INTERVAL_DIVIDED_BY_ZERO", "An interval cannot be divided by zero.")} ELSE CAST({interval} // {unit} AS BIGINT) END");
}
