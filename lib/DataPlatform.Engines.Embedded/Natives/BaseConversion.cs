namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Whole numbers between number bases, as unsigned 64 bits. Spark's <c>conv</c>.</summary>
internal static class BaseConversion
{
    /// <summary>The digits in another base; a negative target base writes signed numbers. Null where a base is none; digits behind the last valid one do not count.</summary>
    public static string? Convert(string text, int fromBase, int toBase)
    {
        if (fromBase is < 2 or > 36 || Math.Abs(toBase) is < 2 or > 36 || text.Length == 0)
        {
            return null;
        }

        var digits = text.Trim(' ');
        if (digits.Length == 0)
        {
            return null;
        }

        var negative = digits[0] == '-';
        var value = UInt128.Zero;
        foreach (var c in digits.AsSpan(negative ? 1 : 0))
        {
            var digit = Digit(c);
            if (digit < 0 || digit >= fromBase)
            {
                break;
            }

            value = (value * (uint)fromBase) + (uint)digit;
            if (value > ulong.MaxValue)
            {
                throw EmbeddedErrors.ArithmeticOverflow("conv");
            }
        }

        return Write((ulong)value, negative, toBase);
    }

    private static string Write(ulong value, bool negative, int toBase)
    {
        if (negative && toBase > 0)
        {
            value = (long)value < 0 ? ulong.MaxValue : unchecked((ulong)-(long)value);
        }

        if (toBase < 0 && (long)value < 0)
        {
            value = unchecked((ulong)-(long)value);
            negative = true;
        }

        var (unsigned, digits) = ((uint)Math.Abs(toBase), "");
        do
        {
            digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[(int)(value % unsigned)] + digits;
            value /= unsigned;
        }
        while (value > 0);
        return negative && toBase < 0 ? $"-{digits}" : digits;
    }

    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'z' => c - 'a' + 10,
        >= 'A' and <= 'Z' => c - 'A' + 10,
        _ => -1,
    };
}
