using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Arithmetic. Overflow of whole numbers and decimals is DuckDB's own error, which the error mapper knows.</summary>
internal static class ArithmeticFunctions
{
    private static readonly Parameter[] Two = [Parameter.Any, Parameter.Any];

    private static readonly Parameter Signed = Parameter.OneOf(
        Parameter.Numeric,
        Parameter.Is<DayTimeIntervalType>("INTERVAL DAY TO SECOND"),
        Parameter.Is<YearMonthIntervalType>("INTERVAL YEAR TO MONTH"));

    public static IReadOnlyList<Function> Rows { get; } =
    [
        Numbers("+", DecimalSql.SumType, call => Sum(call, "+", "add")),
        Numbers("-", DecimalSql.SumType, call => Sum(call, "-", "subtract")),
        Numbers("*", DecimalSql.ProductType, Product),
        Numbers("/", DecimalSql.QuotientType, Quotient, Always) with { Coerce = ArithmeticCoercion.Quotient },
        Numbers("%", DecimalSql.RemainderType, Remainder, Always),
        Numbers("mod", DecimalSql.RemainderType, Remainder, Always),
        Numbers("pmod", DecimalSql.RemainderType, PositiveRemainder, Always),
        Scalar("div", Two, Gives(new LongType()), WholeQuotient, nullable: Always) with { Coerce = ArithmeticCoercion.WholeQuotient },
        Numbers("try_add", DecimalSql.SumType, call => TrySum(call, "+", "add"), Always),
        Numbers("try_subtract", DecimalSql.SumType, call => TrySum(call, "-", "subtract"), Always),
        Numbers("try_multiply", DecimalSql.ProductType, TryProduct, Always),
        Numbers("try_divide", DecimalSql.QuotientType, TryQuotient, Always) with { Coerce = ArithmeticCoercion.Quotient },
        Numbers("try_mod", DecimalSql.RemainderType, TryRemainder, Always),
        Scalar("-", [Signed], SameAs(0), "(-{0})"),
        Scalar("negative", [Signed], SameAs(0), "(-{0})"),
        Scalar("+", [Signed], SameAs(0), "{0}"),
        Scalar("positive", [Signed], SameAs(0), "{0}"),
        Scalar("abs", [Signed], SameAs(0), "abs({0})"),
    ];

    private static Function Numbers(
        string name,
        Func<DecimalType, DecimalType, DecimalType> decimalResult,
        SqlForm sql,
        Func<IReadOnlyList<BoundExpression>, bool>? nullable = null) =>
        Scalar(name, Two, args => Result(args, decimalResult), sql, nullable: nullable) with { Coerce = ArithmeticCoercion.Numbers };

    private static DataType Result(IReadOnlyList<BoundExpression> arguments, Func<DecimalType, DecimalType, DecimalType> decimalResult) =>
        (arguments[0].Type, arguments[1].Type) is (DecimalType a, DecimalType b) ? decimalResult(a, b) : arguments[0].Type;

    private static string Sum(CallSql call, string symbol, string native) => call.Type is DecimalType
        ? DecimalSql.Sum(call, symbol, native, isTry: false)
        : $"({call[0]} {symbol} {call[1]})";

    private static string Product(CallSql call) => call.Type is DecimalType ? DecimalSql.Product(call, isTry: false) : $"({call[0]} * {call[1]})";

    private static string Quotient(CallSql call) => call.Type is DecimalType
        ? DecimalSql.Native(call, "divide", isTry: false)
        : Guarded(call, "/", "DIVIDE_BY_ZERO", "Division by zero. Use `try_divide` to tolerate divisor being 0 and return NULL instead.");

    private static string Remainder(CallSql call) => call.Type is DecimalType
        ? DecimalSql.Native(call, "remainder", isTry: false)
        : Guarded(call, "%", "REMAINDER_BY_ZERO", "Remainder by zero. Use `try_mod` to tolerate divisor being 0 and return NULL instead.");

    private static string WholeQuotient(CallSql call) => call.TypeOf(0) is DecimalType
        ? $"spark_decimal_div(CAST({call[0]} AS VARCHAR), CAST({call[1]} AS VARCHAR))"
        : Guarded(call, "//", "DIVIDE_BY_ZERO", "Division by zero. Use `try_divide` to tolerate divisor being 0 and return NULL instead.");

    private static string PositiveRemainder(CallSql call) => call.Type switch
    {
        DecimalType => DecimalSql.Native(call, "pmod", isTry: false),
        FloatType => $"spark_pmod_float({call[0]}, {call[1]})",
        DoubleType => $"spark_pmod_double({call[0]}, {call[1]})",
        LongType => $"spark_pmod_long({call[0]}, {call[1]})",
        _ => $"CAST(spark_pmod_int({call[0]}, {call[1]}) AS {call.ResultDuckType})",
    };

    // A divisor of zero is an error only where there is something to divide.
    private static string Guarded(CallSql call, string symbol, string code, string message)
    {
        if (call.Argument(1) is BoundLiteral { Value: not null } literal && !IsZeroOrMinusOne(literal.Value))
        {
            return $"({call[0]} {symbol} {call[1]})";
        }

        var fail = SqlText.Fail(code, message);
        return SqlLet.Both(call[0], call[1], (a, b) =>
        {
            var zero = call.Argument(0).IsNullable ? $"CASE WHEN {a} IS NOT NULL THEN {fail} END" : fail;

            // DuckDB fails on the lowest number divided by -1, where Java's remainder is zero.
            var minusOne = symbol == "%" && call.Type is IntegralType ? $"WHEN {b} = -1 THEN {a} - {a} " : "";
            return $"(CASE WHEN {b} = 0 THEN {zero} {minusOne}ELSE {a} {symbol} {b} END)";
        });
    }

    private static bool IsZeroOrMinusOne(object value) => value switch
    {
        sbyte v => v is 0 or -1,
        byte v => v == 0,
        short v => v is 0 or -1,
        int v => v is 0 or -1,
        long v => v is 0 or -1,
        float v => v is 0 or -1,
        double v => v is 0 or -1,
        _ => true,
    };

    private static string TrySum(CallSql call, string symbol, string native) => call.Type switch
    {
        DecimalType => DecimalSql.Sum(call, symbol, native, isTry: true),
        IntegralType type => $"TRY_CAST((CAST({call[0]} AS {Wider(type)}) {symbol} {call[1]}) AS {call.ResultDuckType})",
        _ => $"({call[0]} {symbol} {call[1]})",
    };

    private static string TryProduct(CallSql call) => call.Type switch
    {
        DecimalType => DecimalSql.Product(call, isTry: true),
        IntegralType type => $"TRY_CAST((CAST({call[0]} AS {Wider(type)}) * {call[1]}) AS {call.ResultDuckType})",
        _ => $"({call[0]} * {call[1]})",
    };

    private static string TryQuotient(CallSql call) => call.Type is DecimalType
        ? DecimalSql.Native(call, "divide", isTry: true)
        : $"({call[0]} / NULLIF({call[1]}, 0))";

    private static string TryRemainder(CallSql call) => call.Type switch
    {
        DecimalType => DecimalSql.Native(call, "remainder", isTry: true),
        IntegralType type => $"CAST((CAST({call[0]} AS {Wider(type)}) % NULLIF({call[1]}, 0)) AS {call.ResultDuckType})",
        _ => $"({call[0]} % NULLIF({call[1]}, 0))",
    };

    private static string Wider(IntegralType type) => type switch
    {
        LongType => "HUGEINT",
        IntegerType => "BIGINT",
        _ => "INTEGER",
    };
}
