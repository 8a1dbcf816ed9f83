namespace DataPlatform.Engines.Embedded.Natives;

/// <content>Inverse trigonometric functions.</content>
internal static partial class StrictMath
{
    private const double HalfPiHigh = 1.57079632679489655800e+00;
    private const double HalfPiLow = 6.12323399573676603587e-17;
    private const double QuarterPiHigh = 7.85398163397448278999e-01;
    private const double PiLow = 1.2246467991473531772E-16;

    private static readonly double[] AtanHigh = [4.63647609000806093515e-01, 7.85398163397448278999e-01, 9.82793723247329054082e-01, 1.57079632679489655800e+00];

    private static readonly double[] AtanLow = [2.26987774529616870924e-17, 3.06161699786838301793e-17, 1.39033110312309984516e-17, 6.12323399573676603587e-17];

    public static double Asin(double x)
    {
        var magnitude = High(x) & 0x7fffffff;
        if (magnitude >= 0x3ff00000)
        {
            return Math.Abs(x) == 1 ? (x * HalfPiHigh) + (x * HalfPiLow) : double.NaN;
        }

        if (magnitude < 0x3fe00000)
        {
            return magnitude < 0x3e400000 ? x : x + (x * Ratio(x * x));
        }

        var t = (1 - Math.Abs(x)) * 0.5;
        var s = Math.Sqrt(t);
        double result;
        if (magnitude >= 0x3FEF3333)
        {
            result = HalfPiHigh - ((2 * (s + (s * Ratio(t)))) - HalfPiLow);
        }
        else
        {
            var w = WithoutLow(s);
            var c = (t - (w * w)) / (s + w);
            var p = (2 * s * Ratio(t)) - (HalfPiLow - (2 * c));
            result = QuarterPiHigh - (p - (QuarterPiHigh - (2 * w)));
        }

        return x > 0 ? result : -result;
    }

    public static double Acos(double x)
    {
        var magnitude = High(x) & 0x7fffffff;
        if (magnitude >= 0x3ff00000)
        {
            return x == 1 ? 0 : x == -1 ? Math.PI + (2 * HalfPiLow) : double.NaN;
        }

        if (magnitude < 0x3fe00000)
        {
            return magnitude <= 0x3c600000 ? HalfPiHigh + HalfPiLow : HalfPiHigh - (x - (HalfPiLow - (x * Ratio(x * x))));
        }

        if (x < 0)
        {
            var below = (1 + x) * 0.5;
            var root = Math.Sqrt(below);
            return Math.PI - (2 * (root + ((Ratio(below) * root) - HalfPiLow)));
        }

        var z = (1 - x) * 0.5;
        var s = Math.Sqrt(z);
        var df = WithoutLow(s);
        var c = (z - (df * df)) / (s + df);
        return 2 * (df + ((Ratio(z) * s) + c));
    }

    public static double Atan(double x)
    {
        var magnitude = High(x) & 0x7fffffff;
        if (magnitude >= 0x44100000)
        {
            return double.IsNaN(x) ? x : x > 0 ? AtanHigh[3] + AtanLow[3] : -AtanHigh[3] - AtanLow[3];
        }

        if (magnitude < 0x3e200000)
        {
            return x;
        }

        var absolute = Math.Abs(x);
        var (piece, reduced) = magnitude switch
        {
            < 0x3fdc0000 => (-1, x),
            < 0x3fe60000 => (0, ((2 * absolute) - 1) / (2 + absolute)),
            < 0x3ff30000 => (1, (absolute - 1) / (absolute + 1)),
            < 0x40038000 => (2, (absolute - 1.5) / (1 + (1.5 * absolute))),
            _ => (3, -1 / absolute),
        };
        var z = reduced * reduced;
        var w = z * z;
        var odd = z * (3.33333333333329318027e-01 + (w * Horner(
            w, 1.42857142725034663711e-01, 9.09088713343650656196e-02, 6.66107313738753120669e-02, 4.97687799461593236017e-02, 1.62858201153657823623e-02)));
        var even = w * Horner(
            w, -1.99999999998764832476e-01, -1.11111104054623557880e-01, -7.69187620504482999495e-02, -5.83357013379057348645e-02, -3.65315727442169155270e-02);
        if (piece < 0)
        {
            return reduced - (reduced * (odd + even));
        }

        var result = AtanHigh[piece] - ((reduced * (odd + even)) - AtanLow[piece] - reduced);
        return x < 0 ? -result : result;
    }

    public static double Atan2(double y, double x)
    {
        if (double.IsNaN(x) || double.IsNaN(y) || x == 1)
        {
            return x == 1 ? Atan(y) : double.NaN;
        }

        var (left, below) = (double.IsNegative(x), double.IsNegative(y));
        if (y == 0 || x == 0 || double.IsInfinity(x) || double.IsInfinity(y))
        {
            return Math.Atan2(y, x);
        }

        var k = ((High(y) & 0x7fffffff) - (High(x) & 0x7fffffff)) >> 20;
        var z = k > 60 ? HalfPiHigh + (0.5 * PiLow) : left && k < -60 ? 0 : Atan(Math.Abs(y / x));
        return (left, below) switch
        {
            (false, false) => z,
            (false, true) => -z,
            (true, false) => Math.PI - (z - PiLow),
            _ => z - PiLow - Math.PI,
        };
    }

    private static double Ratio(double t)
    {
        var p = t * (1.66666666666666657415e-01 + (t * Horner(
            t, -3.25565818622400915405e-01, 2.01212532134862925881e-01, -4.00555345006794114027e-02, 7.91534994289814532176e-04, 3.47933107596021167570e-05)));
        var q = Horner(t, 1, -2.40339491173441421878e+00, 2.02094576023350569471e+00, -6.88283971605453293030e-01, 7.70381505559019352791e-02);
        return p / q;
    }
}
