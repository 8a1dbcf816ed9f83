using System.Runtime.InteropServices;
using Apache.Arrow;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Reads values that all have the same number of bytes.</summary>
internal sealed class FixedWidthReader<T, TCodec>(ArrayData data, TCodec codec) : ValuesReader<FixedWidthReader<T, TCodec>.Values>(data)
    where T : unmanaged
    where TCodec : struct, ICodec<T>
{
    /// <inheritdoc/>
    protected override Values Open() => new(MemoryMarshal.Cast<byte, T>(Data.Buffers[1].Span), codec);

    /// <summary>The stored values in order.</summary>
    internal readonly ref struct Values(ReadOnlySpan<T> stored, TCodec codec) : IColumnValues
    {
        private readonly ReadOnlySpan<T> _stored = stored;

        public object At(int index) => codec.Decode(_stored[index]);
    }
}
