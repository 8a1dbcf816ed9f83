using DataPlatform.Engines.Embedded.Execution;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Elementary functions as Java computes them, and rounding as Spark does.</summary>
internal static class MathNatives
{
    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        One("cbrt", StrictMath.Cbrt),
        One("exp", StrictMath.Exp),
        One("expm1", StrictMath.Expm1),
        One("sinh", StrictMath.Sinh),
        One("cosh", StrictMath.Cosh),
        One("tanh", StrictMath.Tanh),
        One("asin", StrictMath.Asin),
        One("acos", StrictMath.Acos),
        One("atan", StrictMath.Atan),
        One("asinh", StrictMath.Asinh),
        One("acosh", StrictMath.Acosh),
        One("atanh", StrictMath.Atanh),
        One("sin", StrictMath.Sin),
        One("cos", StrictMath.Cos),
        One("tan", StrictMath.Tan),
        One("cot", x => 1 / StrictMath.Tan(x)),
        One("sec", x => 1 / StrictMath.Cos(x)),
        One("csc", x => 1 / StrictMath.Sin(x)),
        One("sqrt", Math.Sqrt),
        One("signum", x => double.IsNaN(x) || x == 0 ? x : Math.Sign(x)),
        One("rint", x => Math.Round(x, MidpointRounding.ToEven)),

        // Logarithms of what has none are null.
        NativeFunction.Of<double, double?>("spark_ln", x => x <= 0 ? null : StrictMath.Log(x)),
        NativeFunction.Of<double, double?>("spark_log10", x => x <= 0 ? null : StrictMath.Log10(x)),
        NativeFunction.Of<double, double?>("spark_log2", x => x <= 0 ? null : StrictMath.Log(x) / StrictMath.Log(2)),
        NativeFunction.Of<double, double?>("spark_log1p", x => x <= -1 ? null : StrictMath.Log1p(x)),
        NativeFunction.Of<double, double, double?>("spark_log", (b, x) => x <= 0 || b <= 0 ? null : StrictMath.Log(x) / StrictMath.Log(b)),
        NativeFunction.Of<double, double, double>("spark_pow", StrictMath.Pow),
        NativeFunction.Of<double, double, double>("spark_atan2", (y, x) => StrictMath.Atan2(y + 0.0, x + 0.0)),
        NativeFunction.Of<double, double, double>("spark_hypot", StrictMath.Hypot),
        NativeFunction.Of<int, long?>("spark_factorial", n => n is < 0 or > 20 ? null : Enumerable.Range(1, n).Aggregate(1L, (product, i) => product * i)),
        NativeFunction.Of<string, int, int, string?>("spark_conv", BaseConversion.Convert).OrFails(),
        NativeFunction.Of<double, double, double, long, long?>("spark_width_bucket", WidthBucket),
    ];

    private static NativeFunction One(string name, Func<double, double> function) => NativeFunction.Of($"spark_{name}", function);

    private static long? WidthBucket(double value, double min, double max, long count)
    {
        if (count is <= 0 or long.MaxValue || double.IsNaN(value) || min == max || !double.IsFinite(min) || !double.IsFinite(max))
        {
            return null;
        }

        var (lower, upper) = (Math.Min(min, max), Math.Max(min, max));
        if (min < max)
        {
            return value < lower ? 0 : value >= upper ? count + 1 : (long)(count * (value - lower) / (upper - lower)) + 1;
        }

        return value > upper ? 0 : value <= lower ? count + 1 : (long)(count * (upper - value) / (upper - lower)) + 1;
    }
}
