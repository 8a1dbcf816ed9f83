using System.Globalization;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Decimal division in 128 bits, for the numbers that most are.</summary>
internal static class ShortDecimal
{
    // With divisors and scales no larger, rounding once gives what rounding at 39 digits first gives.
    private const int MaxDivisorDigits = 18;
    private const int MaxScale = 20;

    private static readonly Int128[] Powers = [.. Enumerable.Range(0, 38).Select(Power)];

    /// <summary>The quotient as text with all digits of the scale, rounded half up; null where it takes more than this: long numbers, zero divisors, quotients that do not fit.</summary>
    public static string? TryDivide(ReadOnlySpan<byte> dividend, ReadOnlySpan<byte> divisor, int precision, int scale)
    {
        if (scale > MaxScale || !TryParse(dividend, out var a, out var aScale, out var aDigits) || !TryParse(divisor, out var b, out var bScale, out var bDigits))
        {
            return null;
        }

        var shift = scale - aScale + bScale;
        if (b == 0 || bDigits > MaxDivisorDigits || shift < 0 || aDigits + shift > 37)
        {
            return null;
        }

        var (quotient, remainder) = Int128.DivRem(Int128.Abs(a) * Powers[shift], Int128.Abs(b));
        quotient += remainder * 2 >= Int128.Abs(b) ? 1 : 0;
        return quotient >= Powers[Math.Min(precision, 37)] ? null : Write(quotient, scale, Int128.IsNegative(a) != Int128.IsNegative(b) && quotient != 0);
    }

    private static bool TryParse(ReadOnlySpan<byte> text, out Int128 value, out int scale, out int digits)
    {
        (value, scale, digits) = (0, 0, 0);
        if (text.Length > 36)
        {
            return false;
        }

        var negative = text.Length > 0 && text[0] == (byte)'-';
        var (low, lowDigits, seenPoint) = (0L, 0, false);
        foreach (var c in text[(negative ? 1 : 0)..])
        {
            if (c == (byte)'.')
            {
                seenPoint = true;
                continue;
            }

            // Eighteen digits at a time fit a long.
            if (lowDigits == 18)
            {
                value = (value * Powers[18]) + low;
                (low, lowDigits) = (0, 0);
            }

            low = (low * 10) + c - '0';
            lowDigits++;
            digits++;
            scale += seenPoint ? 1 : 0;
        }

        value = (value * Powers[lowDigits]) + low;
        value = negative ? -value : value;
        return digits > 0;
    }

    private static string Write(Int128 value, int scale, bool negative)
    {
        Span<char> text = stackalloc char[44];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        var digits = text[..length];
        if (scale == 0)
        {
            return negative ? $"-{digits}" : digits.ToString();
        }

        var whole = Math.Max(length - scale, 0);
        Span<char> fraction = stackalloc char[scale];
        fraction.Fill('0');
        digits[whole..].CopyTo(fraction[(scale - (length - whole))..]);
        return $"{(negative ? "-" : "")}{(whole == 0 ? "0" : digits[..whole])}.{fraction}";
    }

    private static Int128 Power(int exponent)
    {
        Int128 power = 1;
        for (var i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }
}
