using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Text;
using DataPlatform.Engines.Embedded.Execution;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Numbers and truth values out of text, as Spark's casts read them.</summary>
internal static class NumberTextNatives
{
    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        .. Both("text_byte", "TINYINT", text => Whole(text, sbyte.MinValue, sbyte.MaxValue) is { } v ? (sbyte)v : (sbyte?)null),
        .. Both("text_short", "SMALLINT", text => Whole(text, short.MinValue, short.MaxValue) is { } v ? (short)v : (short?)null),
        .. Both("text_int", "INT", text => Whole(text, int.MinValue, int.MaxValue) is { } v ? (int)v : (int?)null),
        .. Both("text_long", "BIGINT", text => Whole(text, long.MinValue, long.MaxValue)),
        .. Both("text_double", "DOUBLE", Double),
        .. Both("text_float", "FLOAT", Single),
        .. Both("text_boolean", "BOOLEAN", Boolean),
        NativeFunction.OfTextAnd<string, int, int, string?>("spark_text_decimal", (text, precision, scale) => Decimal(text, precision, scale, isTry: false)).OrFails(),
        NativeFunction.OfTextAnd<string, int, int, string?>("spark_try_text_decimal", (text, precision, scale) => Decimal(text, precision, scale, isTry: true)),
    ];

    /// <summary>Spark's <c>UTF8String.toLong</c> without decimals: a sign, digits, nothing else.</summary>
    public static long? Whole(ReadOnlySpan<byte> text, long min, long max)
    {
        var digits = AsciiText.TrimAll(text);
        if (digits.Length > 0 && digits[0] == (byte)'+')
        {
            digits = digits[1..];
            if (digits.Length > 0 && !AsciiText.IsDigit(digits[0]))
            {
                return null;
            }
        }

        return Utf8Parser.TryParse(digits, out long value, out var read) && read == digits.Length && value >= min && value <= max ? value : null;
    }

    /// <summary>Java's <c>Double.parseDouble</c>, and Spark's words for what is no finite number.</summary>
    public static double? Double(ReadOnlySpan<byte> text)
    {
        var number = AsciiText.TrimAll(text);
        return Number(number, out var digits) && double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : SpecialOrHex(number);
    }

    /// <summary>As <see cref="Double"/>, of Java's <c>Float.parseFloat</c>.</summary>
    public static float? Single(ReadOnlySpan<byte> text)
    {
        var number = AsciiText.TrimAll(text);
        return Number(number, out var digits) && float.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : (float?)SpecialOrHex(number);
    }

    private static bool? Boolean(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(AsciiText.TrimAll(text)).ToLowerInvariant() switch
    {
        "t" or "true" or "y" or "yes" or "1" => true,
        "f" or "false" or "n" or "no" or "0" => false,
        _ => null,
    };

    private static string? Decimal(ReadOnlySpan<byte> text, int precision, int scale, bool isTry)
    {
        if (!JavaDecimal.TryParse(AsciiText.TrimAll(text), out var value))
        {
            return isTry ? null : throw EmbeddedErrors.CastInvalidInput(Encoding.UTF8.GetString(text), "STRING", $"DECIMAL({precision},{scale})");
        }

        if (value.IntegralDigits > 38)
        {
            return isTry ? null : throw EmbeddedErrors.NumericOutOfSupportedRange(Encoding.UTF8.GetString(text));
        }

        return value.ToPrecision(precision, scale) ?? (isTry ? null : throw EmbeddedErrors.NumericValueOutOfRange(value.ToString(), precision, scale));
    }

    // Digits with one point at most and an exponent; a type suffix is dropped as Java does.
    private static bool Number(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> number)
    {
        number = text.Length > 1 && text[^1] is (byte)'d' or (byte)'D' or (byte)'f' or (byte)'F' ? text[..^1] : text;
        var any = false;
        foreach (var c in number)
        {
            any |= AsciiText.IsDigit(c);
            if (!AsciiText.IsDigit(c) && c is not ((byte)'+' or (byte)'-' or (byte)'.' or (byte)'e' or (byte)'E'))
            {
                return false;
            }
        }

        return any && (AsciiText.IsDigit(number[^1]) || number[^1] == (byte)'.');
    }

    private static double? SpecialOrHex(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text) switch
    {
        "+NaN" or "-NaN" => double.NaN,
        var word => word.ToLowerInvariant() switch
        {
            "inf" or "+inf" or "infinity" or "+infinity" => double.PositiveInfinity,
            "-inf" or "-infinity" => double.NegativeInfinity,
            "nan" => double.NaN,
            var other => Hex(other),
        },
    };

    // 0x1.8p3: Java reads hexadecimal floating point too.
    private static double? Hex(string text)
    {
        var sign = text.StartsWith('-') ? -1 : 1;
        var body = text.TrimStart('+', '-').TrimEnd('d', 'f');
        var power = body.IndexOf('p', StringComparison.Ordinal);
        if (!body.StartsWith("0x", StringComparison.Ordinal) || power < 0 || text.Length - text.TrimStart('+', '-').Length > 1)
        {
            return null;
        }

        var point = body.IndexOf('.', StringComparison.Ordinal) is var at and >= 0 && at < power ? at : power;
        var digits = body[2..point] + (point < power ? body[(point + 1)..power] : "");
        var fractionDigits = point < power ? power - point - 1 : 0;
        return digits.Length > 0
            && BigInteger.TryParse("0" + digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var mantissa)
            && int.TryParse(body[(power + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
            ? sign * Math.ScaleB((double)mantissa, exponent - (4 * fractionDigits))
            : null;
    }

    private static NativeFunction[] Both<T>(string name, string type, NativeTextFunction<T?> parse)
        where T : struct =>
    [
        NativeFunction.OfText<string, T>(
            $"spark_{name}",
            text => parse(text) ?? throw EmbeddedErrors.CastInvalidInput(Encoding.UTF8.GetString(text), "STRING", type)).OrFails(),
        NativeFunction.OfText<string, T?>($"spark_try_{name}", parse),
    ];
}
