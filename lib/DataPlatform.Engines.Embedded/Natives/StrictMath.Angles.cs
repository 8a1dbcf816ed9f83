using System.Numerics;

namespace DataPlatform.Engines.Embedded.Natives;

/// <content>
/// Sine, cosine and tangent. Spark calls <c>Math</c> here, which a JVM may compute by its processor's own routines: the last digit may then differ from one machine to the next.
/// </content>
internal static partial class StrictMath
{
    private const double MediumAngle = 823549.0;

    private static readonly double[] TanOdd =
    [
        1.33333333333201242699e-01, 2.18694882948595424599e-02, 3.59207910759131235356e-03, 5.88041240820264096874e-04, 7.81794442939557092300e-05, -1.85586374855275456654e-05,
    ];

    private static readonly double[] TanEven =
    [
        5.39682539762260521377e-02, 8.86323982359930005737e-03, 1.45620945432529025516e-03, 2.46463134818469906812e-04, 7.14072491382608190305e-05, 2.59073051863633712884e-05,
    ];

    // Half of pi in 1,200 bits behind the point: enough for the largest double.
    private static readonly BigInteger HalfPi = Pi(1200) >> 1;

    public static double Sin(double x)
    {
        var (quadrant, y0, y1) = ReduceAngle(x);
        return quadrant switch
        {
            0 => KernelSin(y0, y1),
            1 => KernelCos(y0, y1),
            2 => -KernelSin(y0, y1),
            3 => -KernelCos(y0, y1),
            _ => double.NaN,
        };
    }

    public static double Cos(double x)
    {
        var (quadrant, y0, y1) = ReduceAngle(x);
        return quadrant switch
        {
            0 => KernelCos(y0, y1),
            1 => -KernelSin(y0, y1),
            2 => -KernelCos(y0, y1),
            3 => KernelSin(y0, y1),
            _ => double.NaN,
        };
    }

    public static double Tan(double x)
    {
        var (quadrant, y0, y1) = ReduceAngle(x);
        return quadrant < 0 ? double.NaN : KernelTan(y0, y1, quadrant % 2 == 0);
    }

    // x = quadrant * pi / 2 + y0 + y1.
    private static (int Quadrant, double Y0, double Y1) ReduceAngle(double x)
    {
        if (!double.IsFinite(x))
        {
            return (-1, 0, 0);
        }

        var magnitude = High(x) & 0x7fffffff;
        if (magnitude <= 0x3fe921fb)
        {
            return (0, x, 0);
        }

        var absolute = Math.Abs(x);
        var (n, y0, y1) = absolute < MediumAngle ? ReduceMedium(absolute, magnitude) : ReduceLarge(absolute);
        return x < 0 ? ((4 - n) & 3, -y0, -y1) : (n, y0, y1);
    }

    private static (int Quadrant, double Y0, double Y1) ReduceMedium(double t, int magnitude)
    {
        var n = (int)((t * 6.36619772367581382433e-01) + 0.5);
        var r = t - (n * 1.57079632673412561417e+00);
        var w = n * 6.07710050650619224932e-11;
        var y0 = r - w;
        if (Lost(magnitude, y0) > 16)
        {
            t = r;
            w = n * 6.07710050630396597660e-11;
            r = t - w;
            w = (n * 2.02226624879595063154e-21) - (t - r - w);
            y0 = r - w;
            if (Lost(magnitude, y0) > 49)
            {
                t = r;
                w = n * 2.02226624871116645580e-21;
                r = t - w;
                w = (n * 8.47842766036889956997e-32) - (t - r - w);
                y0 = r - w;
            }
        }

        return (n & 3, y0, r - y0 - w);
    }

    private static int Lost(int magnitude, double y) => (magnitude >> 20) - ((High(y) >> 20) & 0x7ff);

    private static (int Quadrant, double Y0, double Y1) ReduceLarge(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var value = new BigInteger((bits & 0xFFFFFFFFFFFFFL) | (1L << 52)) << (int)((bits >> 52) - 1075 + 1200);
        var n = BigInteger.DivRem(value, HalfPi, out var rest);
        if (rest * 2 > HalfPi)
        {
            rest -= HalfPi;
            n++;
        }

        var y0 = Math.ScaleB((double)(rest >> 1000), -200);
        var y1 = Math.ScaleB((double)((rest - (new BigInteger(Math.ScaleB(y0, 200)) << 1000)) >> 900), -300);

        // A large number loses its last bits on the way to a double: they are in the second part, and go back where they belong.
        var sum = y0 + y1;
        return ((int)(n & 3), sum, y0 - sum + y1);
    }

    private static double KernelSin(double x, double y)
    {
        if ((High(x) & 0x7fffffff) < 0x3e400000)
        {
            return x;
        }

        var z = x * x;
        var v = z * x;
        var r = Horner(z, 8.33333333332248946124e-03, -1.98412698298579493134e-04, 2.75573137070700676789e-06, -2.50507602534068634195e-08, 1.58969099521155010221e-10);
        return y == 0 ? x + (v * (-1.66666666666666324348e-01 + (z * r))) : x - ((z * ((0.5 * y) - (v * r))) - y - (v * -1.66666666666666324348e-01));
    }

    private static double KernelCos(double x, double y)
    {
        var magnitude = High(x) & 0x7fffffff;
        if (magnitude < 0x3e400000)
        {
            return 1;
        }

        var z = x * x;
        var r = z * (4.16666666666666019037e-02 + (z * Horner(
            z, -1.38888888888741095749e-03, 2.48015872894767294178e-05, -2.75573143513906633035e-07, 2.08757232129817482790e-09, -1.13596475577881948265e-11)));
        if (magnitude < 0x3FD33333)
        {
            return 1 - ((0.5 * z) - ((z * r) - (x * y)));
        }

        var qx = magnitude > 0x3fe90000 ? 0.28125 : WithHigh(0, magnitude - 0x00200000);
        return 1 - qx - ((0.5 * z) - qx - ((z * r) - (x * y)));
    }

    private static double KernelTan(double x, double y, bool isTangent)
    {
        var magnitude = High(x) & 0x7fffffff;
        if (magnitude < 0x3e300000)
        {
            return isTangent ? x : -1 / x;
        }

        var negative = x < 0;
        var isLarge = magnitude >= 0x3FE59428;
        if (isLarge)
        {
            x = QuarterPiHigh - Math.Abs(x) + (3.06161699786838301793e-17 - (negative ? -y : y));
            y = 0;
        }

        var z = x * x;
        var w = z * z;
        var r = Polynomial(w, TanOdd);
        var v = z * Polynomial(w, TanEven);
        var s = z * x;
        r = y + (z * ((s * (r + v)) + y));
        r += 3.33333333333334091986e-01 * s;
        w = x + r;
        if (isLarge)
        {
            double one = isTangent ? 1 : -1;
            return (negative ? -1 : 1) * (one - (2 * (x - ((w * w / (w + one)) - r))));
        }

        if (isTangent)
        {
            return w;
        }

        z = WithoutLow(w);
        v = r - (z - x);
        var a = -1 / w;
        var t = WithoutLow(a);
        return t + (a * (1 + (t * z) + (t * v)));
    }

    private static double Polynomial(double x, double[] coefficients)
    {
        var sum = coefficients[^1];
        for (var i = coefficients.Length - 2; i >= 0; i--)
        {
            sum = coefficients[i] + (x * sum);
        }

        return sum;
    }

    // Machin: pi = 16 atan(1/5) - 4 atan(1/239).
    private static BigInteger Pi(int bits)
    {
        var guard = bits + 32;
        return ((16 * InverseTangent(5, guard)) - (4 * InverseTangent(239, guard))) >> 32;
    }

    private static BigInteger InverseTangent(int n, int bits)
    {
        var term = (BigInteger.One << bits) / n;
        var sum = term;
        for (var k = 3; !term.IsZero; k += 2)
        {
            term /= -(n * n);
            sum += term / k;
        }

        return sum;
    }
}
