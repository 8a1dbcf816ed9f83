namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Text as Spark's parsers see it: bytes.</summary>
internal static class AsciiText
{
    /// <summary>Without white space and control characters at both ends, which is what <c>UTF8String.trimAll</c> takes off.</summary>
    public static ReadOnlySpan<byte> TrimAll(ReadOnlySpan<byte> text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    public static bool IsDigit(byte value) => value is >= (byte)'0' and <= (byte)'9';

    private static bool IsBlank(byte value) => value is <= 0x20 or 0x7F;
}
