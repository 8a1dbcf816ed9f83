using System.Numerics;
using System.Runtime.InteropServices;
using Apache.Arrow;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Reads text or bytes that lie one after another, and where each begins and ends.</summary>
internal sealed class VariableWidthReader<TOffset, TDecoder>(ArrayData data, TDecoder decoder) : ValuesReader<VariableWidthReader<TOffset, TDecoder>.Values>(data)
    where TOffset : unmanaged, IBinaryInteger<TOffset>
    where TDecoder : struct, IDecoder<ReadOnlySpan<byte>>
{
    /// <inheritdoc/>
    protected override Values Open() => new(MemoryMarshal.Cast<byte, TOffset>(Data.Buffers[1].Span), Data.Buffers[2].Span, decoder);

    /// <summary>Bytes between offsets.</summary>
    internal readonly ref struct Values(ReadOnlySpan<TOffset> offsets, ReadOnlySpan<byte> bytes, TDecoder decoder) : IColumnValues
    {
        private readonly ReadOnlySpan<TOffset> _offsets = offsets;
        private readonly ReadOnlySpan<byte> _bytes = bytes;

        public object At(int index) => decoder.Decode(_bytes[int.CreateTruncating(_offsets[index])..int.CreateTruncating(_offsets[index + 1])]);
    }
}
