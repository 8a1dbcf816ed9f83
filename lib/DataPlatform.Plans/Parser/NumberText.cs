using System.Data.SqlTypes;
using System.Globalization;
using System.Numerics;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Plans;

/// <summary>Numbers as SQL writes them: <c>1</c>, <c>1.5</c>, <c>1e3</c>, and with a suffix that names the type.</summary>
internal static class NumberText
{
    // Far beyond what a decimal can hold; what Spark says to it does not differ.
    private const int MaxExponent = 10_000;

    /// <summary>Where a number that begins at a position ends, exclusive; the position itself where the text there is no number but a name.</summary>
    public static int End(string text, int start)
    {
        var end = Digits(text, start);
        var hasPoint = At(text, end) == '.';
        if (hasPoint)
        {
            end = Digits(text, end + 1);
        }

        if (At(text, end) is 'e' or 'E')
        {
            var exponent = At(text, end + 1) is '+' or '-' ? end + 2 : end + 1;
            end = char.IsAsciiDigit(At(text, exponent)) ? Digits(text, exponent) : end;
        }

        var suffix = At(text, end) is 'b' or 'B' && At(text, end + 1) is 'd' or 'D' ? 2 : IsSuffix(At(text, end)) ? 1 : 0;
        end += suffix;
        if (!IsWordCharacter(At(text, end)))
        {
            return end;
        }

        // 1.a is the number 1, a point and a name; .1a is a point and a name.
        return hasPoint && text[start] != '.' ? Digits(text, start) : start;
    }

    /// <summary>The constant that a number is, by its suffix, point or exponent; null where the type has no such value.</summary>
    public static Literal? TryLiteral(string text, bool isNegative)
    {
        var upper = text.ToUpperInvariant();
        var sign = isNegative ? "-" : "";
        if (upper.EndsWith("BD", StringComparison.Ordinal))
        {
            return TryDecimal(sign + upper[..^2]);
        }

        return upper[^1] switch
        {
            'L' => long.TryParse(sign + upper[..^1], CultureInfo.InvariantCulture, out var n) ? new Literal(n, new LongType()) : null,
            'S' => short.TryParse(sign + upper[..^1], CultureInfo.InvariantCulture, out var n) ? new Literal(n, new ShortType()) : null,
            'Y' => sbyte.TryParse(sign + upper[..^1], CultureInfo.InvariantCulture, out var n) ? new Literal(n, new ByteType()) : null,
            'D' => TryDouble(sign + upper[..^1]),
            'F' => TryFloat(sign + upper[..^1]),
            _ when upper.Contains('E', StringComparison.Ordinal) => TryDouble(sign + upper),
            _ when upper.Contains('.', StringComparison.Ordinal) => TryDecimal(sign + upper),
            _ => TryInteger(sign + upper),
        };
    }

    private static Literal? TryInteger(string text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var i) ? new Literal(i, new IntegerType())
        : long.TryParse(text, CultureInfo.InvariantCulture, out var l) ? new Literal(l, new LongType())
        : TryDecimal(text);

    private static Literal? TryDouble(string text)
    {
        var value = double.Parse(text, CultureInfo.InvariantCulture);
        return double.IsFinite(value) ? new Literal(value, new DoubleType()) : null;
    }

    private static Literal? TryFloat(string text)
    {
        var value = float.Parse(text, CultureInfo.InvariantCulture);
        return float.IsFinite(value) ? new Literal(value, new FloatType()) : null;
    }

    private static Literal? TryDecimal(string text)
    {
        var (digits, exponent) = (text, 0);
        if (text.IndexOf('E', StringComparison.Ordinal) is var e and >= 0)
        {
            digits = text[..e];
            if (!int.TryParse(text[(e + 1)..], CultureInfo.InvariantCulture, out exponent) || Math.Abs(exponent) > MaxExponent)
            {
                return null;
            }
        }

        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var scale = (point < 0 ? 0 : digits.Length - point - 1) - exponent;
        var unscaled = BigInteger.Parse(digits.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        if (scale < 0)
        {
            if (-scale > DecimalType.MaxPrecision)
            {
                return null;
            }

            unscaled *= BigInteger.Pow(10, -scale);
            scale = 0;
        }

        var length = BigInteger.Abs(unscaled).ToString(CultureInfo.InvariantCulture).Length;
        var precision = Math.Max(length, scale);
        return precision > DecimalType.MaxPrecision ? null : new Literal(Value(unscaled, scale), new DecimalType(precision, scale));
    }

    private static object Value(BigInteger unscaled, int scale)
    {
        var magnitude = BigInteger.Abs(unscaled);
        var bytes = magnitude.ToByteArray(isUnsigned: true);
        Array.Resize(ref bytes, 16);
        var words = Enumerable.Range(0, 4).Select(i => BitConverter.ToInt32(bytes, i * 4)).ToArray();
        return words[3] == 0 && scale <= 28
            ? (object)new decimal(words[0], words[1], words[2], unscaled.Sign < 0, (byte)scale)
            : new SqlDecimal(DecimalType.MaxPrecision, (byte)scale, unscaled.Sign >= 0, words);
    }

    private static int Digits(string text, int position)
    {
        while (char.IsAsciiDigit(At(text, position)))
        {
            position++;
        }

        return position;
    }

    private static bool IsSuffix(char c) => char.ToUpperInvariant(c) is 'L' or 'S' or 'Y' or 'D' or 'F';

    private static bool IsWordCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static char At(string text, int position) => position < text.Length ? text[position] : '\0';
}
