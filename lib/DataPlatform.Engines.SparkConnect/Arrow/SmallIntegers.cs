namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Whole numbers. Small ones, which most columns of codes, counts and flags hold, are boxed once for all.</summary>
internal readonly struct SmallIntegers : ICodec<sbyte>, ICodec<short>, ICodec<int>, ICodec<long>
{
    private const int Least = -128;
    private const int Count = 1152;

    private static readonly object[] Bytes = Box(256, n => (sbyte)n);
    private static readonly object[] Shorts = Box(Count, n => (short)n);
    private static readonly object[] Ints = Box(Count, n => n);
    private static readonly object[] Longs = Box(Count, n => (long)n);

    public object Decode(sbyte stored) => Bytes[stored - Least];

    public object Decode(short stored) => (uint)(stored - Least) < Count ? Shorts[stored - Least] : stored;

    public object Decode(int stored) => (uint)(stored - Least) < Count ? Ints[stored - Least] : stored;

    public object Decode(long stored) => (ulong)(stored - Least) < Count ? Longs[stored - Least] : stored;

    sbyte ICodec<sbyte>.Encode(object value) => (sbyte)value;

    short ICodec<short>.Encode(object value) => (short)value;

    int ICodec<int>.Encode(object value) => (int)value;

    long ICodec<long>.Encode(object value) => (long)value;

    private static object[] Box(int count, Func<int, object> box) => [.. Enumerable.Range(Least, count).Select(box)];
}
