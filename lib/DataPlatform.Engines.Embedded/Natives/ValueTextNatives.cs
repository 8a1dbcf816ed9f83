using System.Globalization;
using System.Text;
using DataPlatform.Engines.Embedded.Execution;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Values to text, and between kinds of numbers where DuckDB refuses what Spark does.</summary>
internal static class ValueTextNatives
{
    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        NativeFunction.Of<double, string>("spark_double_text", JavaText.Of),
        NativeFunction.Of<float, string>("spark_float_text", JavaText.Of),
        NativeFunction.OfText<string, string>("spark_decimal_text", digits => JavaDecimal.Parse(digits).ToJavaText()),
        NativeFunction.Of<long, string>("spark_date_text", JavaText.OfDate),
        NativeFunction.Of<long, string>("spark_timestamp_text", JavaText.OfTimestamp),
        NativeFunction.OfText<byte[], string>("spark_binary_text", bytes => Encoding.UTF8.GetString(bytes)),

        // What is no finite number is null as a decimal, also under ANSI rules.
        NativeFunction.Of<double, int, int, string?>("spark_double_decimal", (number, precision, scale) => Decimal(number, precision, scale, isTry: false)).OrFails(),
        NativeFunction.Of<double, int, int, string?>("spark_try_double_decimal", (number, precision, scale) => Decimal(number, precision, scale, isTry: true)),
        NativeFunction.Of<double, float>("spark_float", number => (float)number),
        NativeFunction.Of<double, long>("spark_long", number => Long(number) ?? throw EmbeddedErrors.CastOverflow($"{JavaText.Of(number)}D", "DOUBLE", "BIGINT")).OrFails(),
        NativeFunction.Of<double, long?>("spark_try_long", Long),
        NativeFunction.Of<double, long>(
            "spark_seconds_micros",
            seconds => Micros(seconds) ?? throw EmbeddedErrors.CastInvalidInput(JavaText.Of(seconds), "DOUBLE", "TIMESTAMP")).OrFails(),
        NativeFunction.Of<double, long?>("spark_try_seconds_micros", Micros),
        NativeFunction.Of<long, long>("spark_seconds_long", seconds => (long)Int128.Clamp((Int128)seconds * 1_000_000, long.MinValue, long.MaxValue)),
    ];

    private static string? Decimal(double number, int precision, int scale, bool isTry)
    {
        if (!double.IsFinite(number))
        {
            return null;
        }

        var digits = number.ToString("R", CultureInfo.InvariantCulture);
        return JavaDecimal.Parse(Encoding.ASCII.GetBytes(digits)).ToPrecision(precision, scale)
            ?? (isTry ? null : throw EmbeddedErrors.NumericValueOutOfRange(digits, precision, scale));
    }

    // 2^63 itself counts as the largest bigint: the bound is compared as a double.
    private static long? Long(double number) => number switch
    {
        >= -9223372036854775808.0 and < 9223372036854775808.0 => (long)number,
        9223372036854775808.0 => long.MaxValue,
        _ => null,
    };

    private static long? Micros(double seconds) => double.IsFinite(seconds) ? double.ConvertToInteger<long>(seconds * 1e6) : null;
}
