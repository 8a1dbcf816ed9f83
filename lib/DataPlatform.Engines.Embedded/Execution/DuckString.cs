namespace DataPlatform.Engines.Embedded.Execution;

/// <summary>DuckDB's string values in memory: 16 bytes, the length first; up to 12 bytes of content follow in place, longer content is pointed to.</summary>
internal static unsafe class DuckString
{
    private const int Size = 16;
    private const int MaxInlined = 12;

    public static ReadOnlySpan<byte> At(byte* data, long row)
    {
        var value = data + (row * Size);
        var length = *(int*)value;
        return length <= MaxInlined ? new ReadOnlySpan<byte>(value + 4, length) : new ReadOnlySpan<byte>(*(byte**)(value + 8), length);
    }
}
