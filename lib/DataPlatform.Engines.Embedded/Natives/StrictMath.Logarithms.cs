namespace DataPlatform.Engines.Embedded.Natives;

/// <content>Logarithms, and the inverse hyperbolic functions made of them.</content>
internal static partial class StrictMath
{
    private const double L1 = 6.666666666666735130e-01;
    private const double L2 = 3.999999999940941908e-01;
    private const double L3 = 2.857142874366239149e-01;
    private const double L4 = 2.222219843214978396e-01;
    private const double L5 = 1.818357216161805012e-01;
    private const double L6 = 1.531383769920937332e-01;
    private const double L7 = 1.479819860511658591e-01;

    public static double Log(double x)
    {
        if (!(x > 0) || double.IsInfinity(x))
        {
            return x == 0 ? double.NegativeInfinity : x < 0 ? double.NaN : x;
        }

        var k = Exponent(ref x);
        var hx = High(x) & 0x000fffff;
        var i = (hx + 0x95f64) & 0x100000;
        var f = WithHigh(x, hx | (i ^ 0x3ff00000)) - 1;
        k += i >> 20;
        if ((0x000fffff & (2 + hx)) < 3)
        {
            return NearOne(f, k);
        }

        var s = f / (2 + f);
        var z = s * s;
        var w = z * z;
        var r = (z * (L1 + (w * (L3 + (w * (L5 + (w * L7))))))) + (w * (L2 + (w * (L4 + (w * L6)))));
        if (((hx - 0x6147a) | (0x6b851 - hx)) <= 0)
        {
            return k == 0 ? f - (s * (f - r)) : (k * Ln2High) - ((s * (f - r)) - (k * Ln2Low) - f);
        }

        var hfsq = 0.5 * f * f;
        return k == 0 ? f - (hfsq - (s * (hfsq + r))) : (k * Ln2High) - (hfsq - ((s * (hfsq + r)) + (k * Ln2Low)) - f);
    }

    public static double Log10(double x)
    {
        if (!(x > 0) || double.IsInfinity(x))
        {
            return x == 0 ? double.NegativeInfinity : x < 0 ? double.NaN : x;
        }

        var k = Exponent(ref x);
        var negative = k < 0 ? 1 : 0;
        double y = k + negative;
        x = WithHigh(x, (High(x) & 0x000fffff) | ((0x3ff - negative) << 20));
        return (y * 3.69423907715893078616e-13) + (4.34294481903251816668e-01 * Log(x)) + (y * 3.01029995663611771306e-01);
    }

    public static double Log1p(double x)
    {
        if (!(x > -1) || double.IsInfinity(x))
        {
            return x == -1 ? double.NegativeInfinity : x < -1 ? double.NaN : x;
        }

        var hx = High(x);
        var magnitude = hx & 0x7fffffff;
        var (f, c, k, hu) = (0.0, 0.0, 1, 1);
        if (hx < 0x3FDA827A)
        {
            if (magnitude < 0x3e200000)
            {
                return magnitude < 0x3c900000 ? x : x - (x * x * 0.5);
            }

            if (hx > 0 || hx <= unchecked((int)0xbfd2bec3))
            {
                (k, f) = (0, x);
            }
        }

        if (k != 0)
        {
            var u = hx < 0x43400000 ? 1 + x : x;
            hu = High(u);
            k = (hu >> 20) - 1023;
            c = hx < 0x43400000 ? (k > 0 ? 1 - (u - x) : x - (u - 1)) / u : 0;
            hu &= 0x000fffff;
            if (hu < 0x6a09e)
            {
                u = WithHigh(u, hu | 0x3ff00000);
            }
            else
            {
                k++;
                u = WithHigh(u, hu | 0x3fe00000);
                hu = (0x00100000 - hu) >> 2;
            }

            f = u - 1;
        }

        var hfsq = 0.5 * f * f;
        if (hu == 0)
        {
            if (f == 0)
            {
                return k == 0 ? 0 : (k * Ln2High) + (c + (k * Ln2Low));
            }

            var near = hfsq * (1 - (0.66666666666666666 * f));
            return k == 0 ? f - near : (k * Ln2High) - (near - ((k * Ln2Low) + c) - f);
        }

        var s = f / (2 + f);
        var z = s * s;
        var r = z * (L1 + (z * (L2 + (z * Horner(z, L3, L4, L5, L6, L7)))));
        return k == 0 ? f - (hfsq - (s * (hfsq + r))) : (k * Ln2High) - (hfsq - ((s * (hfsq + r)) + ((k * Ln2Low) + c)) - f);
    }

    public static double Asinh(double x)
    {
        var absolute = Math.Abs(x);
        if (!double.IsFinite(x) || absolute < Math.ScaleB(1, -28))
        {
            return x;
        }

        var square = x * x;
        var w = absolute > Math.ScaleB(1, 28) ? Log(absolute) + 6.93147180559945286227e-01
            : absolute > 2 ? Log((2 * absolute) + (1 / (Math.Sqrt(square + 1) + absolute)))
            : Log1p(absolute + (square / (1 + Math.Sqrt(1 + square))));
        return x < 0 ? -w : w;
    }

    public static double Acosh(double x) => x switch
    {
        double.NaN or < 1 => double.NaN,
        1 => 0,
        > 268435456 => Log(x) + 6.93147180559945286227e-01,
        > 2 => Log((2 * x) - (1 / (x + Math.Sqrt((x * x) - 1)))),
        _ => Log1p(x - 1 + Math.Sqrt((2 * (x - 1)) + ((x - 1) * (x - 1)))),
    };

    public static double Atanh(double x) => 0.5 * (Log1p(x) - Log1p(-x));

    private static double NearOne(double f, int k)
    {
        if (f == 0)
        {
            return k == 0 ? 0 : (k * Ln2High) + (k * Ln2Low);
        }

        var r = f * f * (0.5 - (0.33333333333333333 * f));
        return k == 0 ? f - r : (k * Ln2High) - (r - (k * Ln2Low) - f);
    }
}
