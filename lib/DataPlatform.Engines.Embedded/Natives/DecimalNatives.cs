using System.Globalization;
using System.Numerics;
using DataPlatform.Engines.Embedded.Execution;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Decimal arithmetic beyond DuckDB's.</summary>
internal static class DecimalNatives
{
    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        NativeFunction.Of<string, long, int, string?>("spark_divide_exactly", DivideExactly),
    ];

    // A decimal's text divided by a whole number, rounded half up to a scale; null for no rows.
    private static string? DivideExactly(string dividend, long divisor, int scale)
    {
        if (divisor == 0)
        {
            return null;
        }

        var point = dividend.IndexOf('.', StringComparison.Ordinal);
        var fraction = point < 0 ? 0 : dividend.Length - point - 1;
        var unscaled = BigInteger.Parse(dividend.Replace(".", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var numerator = BigInteger.Abs(unscaled) * BigInteger.Pow(10, scale);
        var denominator = divisor * BigInteger.Pow(10, fraction);
        var rounded = ((2 * numerator) + denominator) / (2 * denominator);
        var digits = rounded.ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        var sign = unscaled.Sign < 0 ? "-" : "";
        return scale == 0 ? sign + digits : $"{sign}{digits[..^scale]}.{digits[^scale..]}";
    }
}
