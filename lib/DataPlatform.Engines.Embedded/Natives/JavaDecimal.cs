using System.Globalization;
using System.Numerics;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>An exact decimal of any size: <paramref name="Unscaled"/> / 10^<paramref name="Scale"/>. Java's <c>BigDecimal</c>.</summary>
internal readonly record struct JavaDecimal(BigInteger Unscaled, int Scale)
{
    // Beyond these, a value is zero or too large for every decimal type.
    private const int MaxExponent = 1000;

    /// <summary>How many digits stand before the point; negative where zeros follow it.</summary>
    public int IntegralDigits => Unscaled.IsZero ? 1 - Scale : Digits(Unscaled) - Scale;

    /// <summary>Reads what DuckDB writes for a decimal, or any other number in Java's form.</summary>
    public static JavaDecimal Parse(ReadOnlySpan<byte> text) =>
        TryParse(text, out var value) ? value : throw new FormatException("No decimal number.");

    /// <summary>A sign, digits with one point at most, an exponent.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out JavaDecimal value)
    {
        value = default;
        Span<char> digits = text.Length < 128 ? stackalloc char[text.Length + 1] : new char[text.Length + 1];
        var (count, scale, position, seenPoint) = (0, 0, 0, false);
        if (text.Length > 0 && text[0] is (byte)'-' or (byte)'+')
        {
            digits[count++] = (char)text[0];
            position++;
        }

        var signs = count;
        for (; position < text.Length; position++)
        {
            if (AsciiText.IsDigit(text[position]))
            {
                digits[count++] = (char)text[position];
                scale += seenPoint ? 1 : 0;
            }
            else if (text[position] == (byte)'.' && !seenPoint)
            {
                seenPoint = true;
            }
            else
            {
                break;
            }
        }

        if (count == signs || !Exponent(text[position..], out var exponent))
        {
            return false;
        }

        value = Shift(BigInteger.Parse(digits[..count], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), scale - (long)exponent);
        return true;
    }

    /// <summary>The value at a scale, rounded half up (away from zero).</summary>
    public JavaDecimal WithScale(int scale) => WithScale(scale, Half.Up);

    /// <summary>The value at a scale, rounded as told.</summary>
    public JavaDecimal WithScale(int scale, Half half)
    {
        if (scale >= Scale)
        {
            return new JavaDecimal(Unscaled * BigInteger.Pow(10, scale - Scale), scale);
        }

        return new JavaDecimal(Divide(Unscaled, BigInteger.Pow(10, Scale - scale), half), scale);
    }

    /// <summary>The value as text with all digits of a type's scale, rounded half up; null where the type has too few digits.</summary>
    public string? ToPrecision(int precision, int scale)
    {
        var rounded = WithScale(scale);
        return Digits(rounded.Unscaled) > precision ? null : rounded.ToString();
    }

    /// <summary>The quotient of two integers, rounded as told.</summary>
    public static BigInteger Divide(BigInteger dividend, BigInteger divisor, Half half)
    {
        var quotient = BigInteger.DivRem(dividend, divisor, out var remainder);
        var twice = BigInteger.Abs(remainder * 2).CompareTo(BigInteger.Abs(divisor));
        var away = half switch
        {
            Half.Up => twice >= 0,
            Half.Even => twice > 0 || (twice == 0 && !quotient.IsEven),
            Half.Floor => !remainder.IsZero && dividend.Sign * divisor.Sign < 0,
            Half.Ceiling => !remainder.IsZero && dividend.Sign * divisor.Sign > 0,
            _ => false,
        };
        return away ? quotient + (dividend.Sign * divisor.Sign) : quotient;
    }

    /// <summary>All digits, none as an exponent.</summary>
    public override string ToString()
    {
        if (Scale <= 0)
        {
            return (Unscaled * BigInteger.Pow(10, -Scale)).ToString(CultureInfo.InvariantCulture);
        }

        var digits = BigInteger.Abs(Unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(Scale + 1, '0');
        return $"{(Unscaled.Sign < 0 ? "-" : "")}{digits.AsSpan(0, digits.Length - Scale)}.{digits.AsSpan(digits.Length - Scale)}";
    }

    /// <summary>Java's <c>BigDecimal.toString</c>: an exponent where more than five zeros would follow the point.</summary>
    public string ToJavaText()
    {
        var exponent = (long)Digits(Unscaled) - 1 - Scale;
        if (Scale >= 0 && exponent >= -6)
        {
            return ToString();
        }

        var digits = BigInteger.Abs(Unscaled).ToString(CultureInfo.InvariantCulture);
        var fraction = digits.Length > 1 ? $".{digits.AsSpan(1)}" : "";
        return $"{(Unscaled.Sign < 0 ? "-" : "")}{digits[0]}{fraction}E{(exponent > 0 ? "+" : "")}{exponent}";
    }

    private static int Digits(BigInteger value) => value.IsZero ? 1 : BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture).Length;

    private static JavaDecimal Shift(BigInteger unscaled, long scale) => scale switch
    {
        _ when unscaled.IsZero => new JavaDecimal(BigInteger.Zero, (int)Math.Clamp(scale, 0, 38)),
        < -MaxExponent => new JavaDecimal(unscaled, -MaxExponent),
        > MaxExponent when Digits(unscaled) < scale - 100 => new JavaDecimal(BigInteger.Zero, 0),
        _ => new JavaDecimal(unscaled, (int)scale),
    };

    private static bool Exponent(ReadOnlySpan<byte> text, out int exponent)
    {
        exponent = 0;
        return text.IsEmpty
            || (text[0] is (byte)'e' or (byte)'E'
                && text.Length > 1
                && int.TryParse(text[1..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent));
    }

    /// <summary>Where a value between two goes.</summary>
    internal enum Half
    {
        /// <summary>To the nearer; from the middle away from zero.</summary>
        Up,

        /// <summary>To the nearer; from the middle to the even one.</summary>
        Even,

        /// <summary>Down.</summary>
        Floor,

        /// <summary>Up.</summary>
        Ceiling,

        /// <summary>Towards zero.</summary>
        Down,
    }
}
