namespace DataPlatform.Delta;

/// <summary>Z85, the Base85 in which the log writes bytes: five characters for four bytes.</summary>
internal static class Base85
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";

    private static readonly sbyte[] Digits = MakeDigits();

    /// <summary>The bytes of a text; padding is the caller's to cut off.</summary>
    /// <exception cref="FormatException">The text has another length or another character.</exception>
    public static byte[] Decode(ReadOnlySpan<char> text)
    {
        if (text.Length % 5 != 0)
        {
            throw new FormatException($"{text.Length} characters are no Base85: it comes in fives.");
        }

        var bytes = new byte[text.Length / 5 * 4];
        for (var group = 0; group < text.Length / 5; group++)
        {
            ulong value = 0;
            foreach (var c in text.Slice(group * 5, 5))
            {
                var digit = c < 128 ? Digits[c] : -1;
                value = digit >= 0 ? (value * 85) + (ulong)digit : throw new FormatException($"'{c}' is no character of Base85.");
            }

            if (value > uint.MaxValue)
            {
                throw new FormatException("Five characters are more than four bytes.");
            }

            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(group * 4), (uint)value);
        }

        return bytes;
    }

    private static sbyte[] MakeDigits()
    {
        var digits = new sbyte[128];
        Array.Fill(digits, (sbyte)-1);
        for (var i = 0; i < Alphabet.Length; i++)
        {
            digits[Alphabet[i]] = (sbyte)i;
        }

        return digits;
    }
}
