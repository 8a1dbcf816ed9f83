using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Elementary functions. They are Java's to the last digit, so most are ours.</summary>
internal static class MathFunctions
{
    private static readonly DoubleType Double = new();

    private static readonly StringType Text = new();

    private static readonly Parameter Signed = Parameter.OneOf(
        Parameter.Double,
        Parameter.Is<DayTimeIntervalType>("INTERVAL DAY TO SECOND"),
        Parameter.Is<YearMonthIntervalType>("INTERVAL YEAR TO MONTH"));


    private static readonly string[] Native =
    [
        "sqrt", "cbrt", "exp", "expm1", "ln", "log10", "log2", "log1p", "sin", "cos", "tan", "cot", "sec", "csc", "asin", "acos", "atan",
        "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "rint",
    ];

    public static IReadOnlyList<Function> Rows { get; } =
    [
        .. Native.Select(name => Scalar(name, [Parameter.Double], Gives(Double), $"spark_{name}({{0}})", nullable: Always)),
        Scalar("log", [Parameter.Double], Gives(Double), "spark_ln({0})", nullable: Always),
        Scalar("log", [Parameter.Double, Parameter.Double], Gives(Double), "spark_log({0}, {1})", nullable: Always),
        .. new[] { "pow", "power" }.Select(name => Scalar(name, [Parameter.Double, Parameter.Double], Gives(Double), "spark_pow({0}, {1})")),
        Scalar("atan2", [Parameter.Double, Parameter.Double], Gives(Double), "spark_atan2({0}, {1})"),
        Scalar("hypot", [Parameter.Double, Parameter.Double], Gives(Double), "spark_hypot({0}, {1})"),
        Scalar("degrees", [Parameter.Double], Gives(Double), "({0} * 57.29577951308232::DOUBLE)", nullable: Always),
        Scalar("radians", [Parameter.Double], Gives(Double), "({0} * 0.017453292519943295::DOUBLE)", nullable: Always),
        .. new[] { "sign", "signum" }.Select(name => Scalar(name, [Signed], Gives(Double), "spark_signum(CAST({0} AS DOUBLE))", nullable: Always)),
        Scalar("pi", [], Gives(Double), "3.141592653589793::DOUBLE", nullable: Never),
        Scalar("e", [], Gives(Double), "2.718281828459045::DOUBLE", nullable: Never),
        Scalar("factorial", [Parameter.Int], Gives(new LongType()), "spark_factorial({0})", nullable: Always),
        Scalar("bin", [Parameter.OneOf(new Parameter("BIGINT", type => type is NumericType ? new LongType() : null), Parameter.Long)], Gives(Text), "bin({0})"),
        Scalar("conv", [Parameter.String, Parameter.Int, Parameter.Int], Gives(Text), "spark_conv({0}, {1}, {2})", nullable: Always),
        Scalar(
            "width_bucket",
            [Parameter.Double, Parameter.Double, Parameter.Double, Parameter.Long],
            Gives(new LongType()),
            "spark_width_bucket({0}, {1}, {2}, {3})",
            nullable: Always),
    ];
}
