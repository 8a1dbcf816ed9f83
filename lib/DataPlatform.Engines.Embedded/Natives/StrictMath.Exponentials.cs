namespace DataPlatform.Engines.Embedded.Natives;

/// <content>Exponentials and hyperbolic functions.</content>
internal static partial class StrictMath
{
    private const double ExpOverflow = 7.09782712893383973096e+02;
    private const double ExpUnderflow = -7.45133219101941108420e+02;
    private const double P1 = 1.66666666666666019037e-01;
    private const double P2 = -2.77777777770155933842e-03;
    private const double P3 = 6.61375632143793436117e-05;
    private const double P4 = -1.65339022054652515390e-06;
    private const double P5 = 4.13813679705723846039e-08;

    public static double Exp(double x)
    {
        if (double.IsNaN(x) || x > ExpOverflow || x < ExpUnderflow)
        {
            return double.IsNaN(x) ? x : x > 0 ? double.PositiveInfinity : 0;
        }

        var (high, low, k) = (0.0, 0.0, 0);
        var magnitude = High(x) & 0x7fffffff;
        if (magnitude > 0x3fd62e42)
        {
            (high, low, k) = Reduce(x, magnitude);
            x = high - low;
        }
        else if (magnitude < 0x3e300000)
        {
            return 1 + x;
        }

        var t = x * x;
        var c = x - (t * Horner(t, P1, P2, P3, P4, P5));
        if (k == 0)
        {
            return 1 - ((x * c / (c - 2)) - x);
        }

        var y = 1 - (low - (x * c / (2 - c)) - high);
        return k >= -1021 ? AddExponent(y, k) : AddExponent(y, k + 1000) * Math.ScaleB(1, -1000);
    }

    public static double Expm1(double x)
    {
        const double Q1 = -3.33333333333331316428e-02;
        const double Q2 = 1.58730158725481460165e-03;
        const double Q3 = -7.93650757867487942473e-05;
        const double Q4 = 4.00821782732936239552e-06;
        const double Q5 = -2.01099218183624371326e-07;
        var magnitude = High(x) & 0x7fffffff;
        if (double.IsNaN(x) || x > ExpOverflow || (magnitude >= 0x4043687A && x < 0))
        {
            return double.IsNaN(x) ? x : x > 0 ? double.PositiveInfinity : -1;
        }

        var (c, k) = (0.0, 0);
        if (magnitude > 0x3fd62e42)
        {
            (var high, var low, k) = Reduce(x, magnitude);
            x = high - low;
            c = high - x - low;
        }
        else if (magnitude < 0x3c900000)
        {
            return x;
        }

        var half = 0.5 * x;
        var hxs = x * half;
        var r = 1 + (hxs * Horner(hxs, Q1, Q2, Q3, Q4, Q5));
        var t = 3 - (r * half);
        var e = hxs * ((r - t) / (6 - (x * t)));
        if (k == 0)
        {
            return x - ((x * e) - hxs);
        }

        e = (x * (e - c)) - c;
        e -= hxs;
        switch (k)
        {
            case -1:
                return (0.5 * (x - e)) - 0.5;
            case 1:
                return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + (2 * (x - e));
            case <= -2 or > 56:
                return AddExponent(1 - (e - x), k) - 1;
            case < 20:
                return AddExponent(WithHigh(1, 0x3ff00000 - (0x200000 >> k)) - (e - x), k);
            default:
                return AddExponent(x - (e + WithHigh(1, (0x3ff - k) << 20)) + 1, k);
        }
    }

    public static double Sinh(double x)
    {
        var half = x < 0 ? -0.5 : 0.5;
        var (absolute, magnitude) = (Math.Abs(x), High(x) & 0x7fffffff);
        if (!double.IsFinite(x) || magnitude < 0x3e300000)
        {
            return x;
        }

        if (magnitude < 0x40360000)
        {
            var t = Expm1(absolute);
            return magnitude < 0x3ff00000 ? half * ((2 * t) - (t * t / (t + 1))) : half * (t + (t / (t + 1)));
        }

        return magnitude < 0x40862E42 ? half * Exp(absolute) : Large(absolute, half);
    }

    public static double Cosh(double x)
    {
        var (absolute, magnitude) = (Math.Abs(x), High(x) & 0x7fffffff);
        if (!double.IsFinite(x))
        {
            return absolute;
        }

        if (magnitude < 0x3fd62e43)
        {
            var t = Expm1(absolute);
            return magnitude < 0x3c800000 ? 1 + t : 1 + (t * t / (1 + t + (1 + t)));
        }

        if (magnitude < 0x40360000)
        {
            var t = Exp(absolute);
            return (0.5 * t) + (0.5 / t);
        }

        return magnitude < 0x40862E42 ? 0.5 * Exp(absolute) : Large(absolute, 0.5);
    }

    public static double Tanh(double x)
    {
        var (absolute, magnitude) = (Math.Abs(x), High(x) & 0x7fffffff);
        if (double.IsNaN(x) || magnitude < 0x3c800000)
        {
            return double.IsNaN(x) ? x : x * (1 + x);
        }

        double z = 1;
        if (magnitude < 0x3ff00000)
        {
            var t = Expm1(-2 * absolute);
            z = -t / (t + 2);
        }
        else if (magnitude < 0x40360000)
        {
            z = 1 - (2 / (Expm1(2 * absolute) + 2));
        }

        return x < 0 ? -z : z;
    }

    // Where e^x overflows but half of it does not.
    private static double Large(double absolute, double half)
    {
        var w = Exp(0.5 * absolute);
        return half * w * w;
    }

    // x = k ln2 + high - low.
    private static (double High, double Low, int K) Reduce(double x, int magnitude)
    {
        if (magnitude < 0x3FF0A2B2)
        {
            return x < 0 ? (x + Ln2High, -Ln2Low, -1) : (x - Ln2High, Ln2Low, 1);
        }

        var k = (int)((InverseLn2 * x) + (x < 0 ? -0.5 : 0.5));
        return (x - (k * Ln2High), k * Ln2Low, k);
    }
}
