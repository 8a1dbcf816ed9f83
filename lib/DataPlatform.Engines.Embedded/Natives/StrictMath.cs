using System.Runtime.CompilerServices;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>
/// Elementary functions to the bit that Java's <c>StrictMath</c> gives, which is what Spark calls: argument reduction and polynomials as its specification (fdlibm) sets
/// them. Other libraries differ in the last digit.
/// </summary>
internal static partial class StrictMath
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double InverseLn2 = 1.44269504088896338700e+00;
    private const double Two54 = 18014398509481984.0;

    private static int High(double value) => (int)(BitConverter.DoubleToInt64Bits(value) >> 32);

    private static double WithHigh(double value, int high) =>
        BitConverter.Int64BitsToDouble(((long)high << 32) | (BitConverter.DoubleToInt64Bits(value) & 0xFFFFFFFFL));

    private static double WithoutLow(double value) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(value) & unchecked((long)0xFFFFFFFF00000000L));

    /// <summary>The power of two of a positive number; one too small to have all its digits is scaled up until it has.</summary>
    private static int Exponent(ref double x)
    {
        var scale = 0;
        if (High(x) < 0x00100000)
        {
            scale = -54;
            x *= Two54;
        }

        return scale + (High(x) >> 20) - 1023;
    }

    private static double AddExponent(double value, int exponent) => WithHigh(value, High(value) + (exponent << 20));

    // c0 + x (c1 + x (c2 + …)), each product rounded before its sum: no fused multiply-add.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Horner(double x, double c0, double c1, double c2, double c3, double c4) => c0 + (x * (c1 + (x * (c2 + (x * (c3 + (x * c4)))))));
}
