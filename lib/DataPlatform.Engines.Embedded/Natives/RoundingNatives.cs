using System.Globalization;
using System.Numerics;
using System.Text;
using DataPlatform.Engines.Embedded.Execution;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Rounding of the decimal digits that a number is written with, as Spark rounds: 1.005 to two digits is 1.01.</summary>
internal static class RoundingNatives
{
    private static readonly double[] Powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        NativeFunction.Of<double, int, double>("spark_round_double", (value, scale) => Round(value, scale, JavaDecimal.Half.Up)),
        NativeFunction.Of<double, int, double>("spark_bround_double", (value, scale) => Round(value, scale, JavaDecimal.Half.Even)),
        NativeFunction.Of<long, int, int, long>("spark_round_whole", (value, scale, bits) => Round(value, scale, bits, JavaDecimal.Half.Up)).OrFails(),
        NativeFunction.Of<long, int, int, long>("spark_bround_whole", (value, scale, bits) => Round(value, scale, bits, JavaDecimal.Half.Even)).OrFails(),
        OfDecimal("round", JavaDecimal.Half.Up),
        OfDecimal("bround", JavaDecimal.Half.Even),
        OfDecimal("floor", JavaDecimal.Half.Floor),
        OfDecimal("ceil", JavaDecimal.Half.Ceiling),

        // What lies beyond bigint is its nearest value, and NaN is zero, as Java converts.
        NativeFunction.Of<double, long>("spark_floor", value => double.ConvertToInteger<long>(Math.Floor(value))),
        NativeFunction.Of<double, long>("spark_ceil", value => double.ConvertToInteger<long>(Math.Ceiling(value))),
    ];

    private static double Round(double value, int scale, JavaDecimal.Half half)
    {
        if (!double.IsFinite(value))
        {
            return value;
        }

        if (scale >= 0 && scale < Powers.Length && Nearest(value, Powers[scale]) is { } nearest)
        {
            return nearest;
        }

        var exact = JavaDecimal.Parse(Encoding.ASCII.GetBytes(value.ToString("R", CultureInfo.InvariantCulture)));
        return exact.Scale <= scale ? value + 0.0 : double.Parse(exact.WithScale(scale, half).ToString(), CultureInfo.InvariantCulture) + 0.0;
    }

    // Where the digits cut off are clearly not a half, no decimal arithmetic is needed: a quotient of exact whole numbers is the nearest double.
    private static double? Nearest(double value, double power)
    {
        var scaled = value * power;
        if (Math.Abs(scaled) > 1e14)
        {
            return null;
        }

        var fraction = Math.Abs(scaled - Math.Truncate(scaled));
        return Math.Abs(fraction - 0.5) < 1e-3 ? null : (Math.Round(scaled, MidpointRounding.AwayFromZero) / power) + 0.0;
    }

    private static long Round(long value, int scale, int bits, JavaDecimal.Half half)
    {
        if (scale >= 0)
        {
            return value;
        }

        var rounded = new JavaDecimal(value, 0).WithScale(Math.Max(scale, -40), half);
        var result = rounded.Unscaled * BigInteger.Pow(10, -rounded.Scale);
        var limit = BigInteger.One << (bits - 1);
        return result >= -limit && result < limit ? (long)result : throw EmbeddedErrors.ArithmeticOverflow("round");
    }

    private static NativeFunction OfDecimal(string name, JavaDecimal.Half half) => NativeFunction.Of<string, int, int, int, string>(
        $"spark_decimal_{name}",
        (text, digits, precision, scale) =>
        {
            var value = JavaDecimal.Parse(Encoding.ASCII.GetBytes(text));
            var rounded = digits < value.Scale ? value.WithScale(digits, half) : value;
            return rounded.ToPrecision(precision, scale) ?? throw EmbeddedErrors.NumericValueOutOfRange(rounded.ToString(), precision, scale);
        }).OrFails();
}
