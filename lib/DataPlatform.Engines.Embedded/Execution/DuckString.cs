using System.Runtime.CompilerServices;

namespace DataPlatform.Engines.Embedded.Execution;

/// <summary>DuckDB's string values in memory: 16 bytes, the length first; up to 12 bytes of content follow in place, longer content is pointed to.</summary>
internal static unsafe class DuckString
{
    private const int Size = 16;
    private const int MaxInlined = 12;

    /// <summary>Writes a value that has room in place; false where it is too long for that.</summary>
    public static bool TryWriteInline(byte* data, long row, ReadOnlySpan<byte> text)
    {
        if (text.Length > MaxInlined)
        {
            return false;
        }

        // The rest of the 16 bytes must be zero: DuckDB compares short strings as numbers.
        var value = new Span<byte>(data + (row * Size), Size);
        value.Clear();
        BitConverter.TryWriteBytes(value, text.Length);
        text.CopyTo(value[4..]);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> At(byte* data, long row)
    {
        var value = data + (row * Size);
        var length = *(int*)value;
        return length <= MaxInlined ? new ReadOnlySpan<byte>(value + 4, length) : new ReadOnlySpan<byte>(*(byte**)(value + 8), length);
    }
}
