namespace DataPlatform.Engines.Embedded.Natives;

/// <content>Powers and roots.</content>
internal static partial class StrictMath
{
    public static double Cbrt(double x)
    {
        if (x == 0 || !double.IsFinite(x))
        {
            return x;
        }

        var absolute = Math.Abs(x);
        var t = High(absolute) < 0x00100000
            ? WithHigh(Two54 * absolute, (High(Two54 * absolute) / 3) + 696219795)
            : WithHigh(0, (High(absolute) / 3) + 715094163);
        var r = t * t / absolute;
        var s = 5.42857142857142815906e-01 + (r * t);
        t *= 3.57142857142857150787e-01 + (1.60714285714285720630e+00 / (s + 1.41428571428571436819e+00 + (-7.05306122448979611050e-01 / s)));
        t = WithHigh(0, High(t) + 1);
        s = t * t;
        r = absolute / s;
        r = (r - t) / (t + t + r);
        t += t * r;
        return x < 0 ? -t : t;
    }

    public static double Hypot(double x, double y)
    {
        var (a, b) = (Math.Max(Math.Abs(x), Math.Abs(y)), Math.Min(Math.Abs(x), Math.Abs(y)));
        if (double.IsInfinity(x) || double.IsInfinity(y) || double.IsNaN(x) || double.IsNaN(y))
        {
            return double.IsInfinity(x) || double.IsInfinity(y) ? double.PositiveInfinity : double.NaN;
        }

        if (High(a) - High(b) > 0x3c00000)
        {
            return a + b;
        }

        var scale = a > Math.ScaleB(1, 500) ? -600 : b < Math.ScaleB(1, -500) ? 600 : 0;
        (a, b) = (Math.ScaleB(a, scale), Math.ScaleB(b, scale));
        var w = a - b;
        if (w > b)
        {
            var high = WithHigh(0, High(a));
            w = Math.Sqrt((high * high) - ((b * -b) - ((a - high) * (a + high))));
        }
        else
        {
            var bHigh = WithHigh(0, High(b));
            var aHigh = WithHigh(0, High(a) + 0x00100000);
            var low = a + a - aHigh;
            w = Math.Sqrt((aHigh * bHigh) - ((w * -w) - ((aHigh * (b - bHigh)) + (low * b))));
        }

        return Math.ScaleB(w, -scale);
    }

    public static double Pow(double x, double y)
    {
        if (y == 0)
        {
            return 1;
        }

        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.NaN;
        }

        var absolute = Math.Abs(x);
        if (double.IsInfinity(y))
        {
            return absolute == 1 ? double.NaN : absolute > 1 == y > 0 ? double.PositiveInfinity : 0;
        }

        switch (y)
        {
            case 1:
                return x;
            case -1:
                return 1 / x;
            case 2:
                return x * x;
            case 0.5 when x >= 0:
                return Math.Sqrt(x);
        }

        var isWhole = y == Math.Floor(y);
        var isOdd = isWhole && Math.Abs(y) < 9007199254740992 && ((long)y & 1) != 0;
        if (absolute is 0 or 1 or double.PositiveInfinity)
        {
            var special = y < 0 ? 1 / absolute : absolute;
            return x < 0 || double.IsNegative(x) ? (absolute == 1 && !isWhole ? double.NaN : isOdd ? -special : special) : special;
        }

        if (x < 0 && !isWhole)
        {
            return double.NaN;
        }

        return PowFinite(absolute, y, x < 0 && isOdd ? -1 : 1);
    }

    private static double PowFinite(double x, double y, double sign)
    {
        var (t1, t2) = Math.Abs(y) > 2147483648.0 ? LogNearOne(x) : Log2(x);
        if (Math.Abs(y) > 2147483648.0 && High(x) is < 0x3fefffff or > 0x3ff00000)
        {
            return x < 1 == y < 0 ? sign * double.PositiveInfinity : sign * 0;
        }

        var y1 = WithoutLow(y);
        var low = ((y - y1) * t1) + (y * t2);
        var high = y1 * t1;
        return sign * Exp2(high, low);
    }

    // log2(x) as a sum, for x within 2^-20 of one.
    private static (double High, double Low) LogNearOne(double x)
    {
        var t = x - 1;
        var w = t * t * (0.5 - (t * (0.3333333333333333333333 - (t * 0.25))));
        var u = 1.44269502162933349609e+00 * t;
        var v = (t * 1.92596299112661746887e-08) - (w * InverseLn2);
        var high = WithoutLow(u + v);
        return (high, v - (high - u));
    }

    private static (double High, double Low) Log2(double x)
    {
        var n = Exponent(ref x);
        var j = High(x) & 0x000fffff;
        var ix = j | 0x3ff00000;
        var k = j <= 0x3988E || j >= 0xBB67A ? 0 : 1;
        if (j >= 0xBB67A)
        {
            n++;
            ix -= 0x00100000;
        }

        x = WithHigh(x, ix);
        var bp = k == 0 ? 1.0 : 1.5;
        var u = x - bp;
        var v = 1 / (x + bp);
        var ss = u * v;
        var sHigh = WithoutLow(ss);
        var tHigh = WithHigh(0, ((ix >> 1) | 0x20000000) + 0x00080000 + (k << 18));
        var tLow = x - (tHigh - bp);
        var sLow = v * (u - (sHigh * tHigh) - (sHigh * tLow));
        var s2 = ss * ss;
        var r = s2 * s2 * (5.99999999999994648725e-01 + (s2 * Horner(
            s2, 4.28571428578550184252e-01, 3.33333329818377432918e-01, 2.72728123808534006489e-01, 2.30660745775561754067e-01, 2.06975017800338417784e-01)));
        r += sLow * (sHigh + ss);
        s2 = sHigh * sHigh;
        tHigh = WithoutLow(3 + s2 + r);
        tLow = r - (tHigh - 3 - s2);
        u = sHigh * tHigh;
        v = (sLow * tHigh) + (tLow * ss);
        var pHigh = WithoutLow(u + v);
        var pLow = v - (pHigh - u);
        var zHigh = 9.61796700954437255859e-01 * pHigh;
        var zLow = (-7.02846165095275826516e-09 * pHigh) + (pLow * 9.61796693925975554329e-01) + (k == 0 ? 0 : 1.35003920212974897128e-08);
        double t = n;
        var dp = k == 0 ? 0 : 5.84962487220764160156e-01;
        var high = WithoutLow(zHigh + zLow + dp + t);
        return (high, zLow - (high - t - dp - zHigh));
    }

    // 2^(high + low)
    private static double Exp2(double high, double low)
    {
        var z = high + low;
        var j = High(z);
        var i = unchecked((int)BitConverter.DoubleToInt64Bits(z));
        if (j >= 0x40900000)
        {
            if (j > 0x40900000 || i != 0 || low + 8.0085662595372944372e-0017 > z - high)
            {
                return double.PositiveInfinity;
            }
        }
        else if ((j & 0x7fffffff) >= 0x4090cc00 && (j != unchecked((int)0xc090cc00) || i != 0 || low <= z - high))
        {
            return 0;
        }

        var magnitude = j & 0x7fffffff;
        var k = (magnitude >> 20) - 0x3ff;
        var n = 0;
        if (magnitude > 0x3fe00000)
        {
            n = j + (0x00100000 >> (k + 1));
            k = ((n & 0x7fffffff) >> 20) - 0x3ff;
            var whole = WithHigh(0, n & ~(0x000fffff >> k));
            n = ((n & 0x000fffff) | 0x00100000) >> (20 - k);
            n = j < 0 ? -n : n;
            high -= whole;
        }

        var t = WithoutLow(low + high);
        var u = t * 6.93147182464599609375e-01;
        var v = ((low - (t - high)) * 6.93147180559945286227e-01) + (t * -1.90465429995776804525e-09);
        z = u + v;
        var w = v - (z - u);
        t = z * z;
        var t1 = z - (t * Horner(t, P1, P2, P3, P4, P5));
        var r = (z * t1 / (t1 - 2)) - (w + (z * w));
        z = 1 - (r - z);
        return (High(z) + (n << 20)) >> 20 <= 0 ? Math.ScaleB(z, n) : AddExponent(z, n);
    }
}
