using System.Buffers.Binary;
using Apache.Arrow;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Reads text or bytes from views: 16 bytes a value, which hold up to 12 bytes themselves, or point into one of several buffers.</summary>
internal sealed class ViewReader<TDecoder>(ArrayData data, TDecoder decoder) : ValuesReader<ViewReader<TDecoder>.Values>(data)
    where TDecoder : struct, IDecoder<ReadOnlySpan<byte>>
{
    private const int ViewBytes = 16;
    private const int InlineBytes = 12;

    /// <inheritdoc/>
    protected override Values Open() => new(Data.Buffers, decoder);

    /// <summary>What the views show.</summary>
    internal readonly ref struct Values(ArrowBuffer[] buffers, TDecoder decoder) : IColumnValues
    {
        private readonly ReadOnlySpan<byte> _views = buffers[1].Span;

        public object At(int index)
        {
            var view = _views.Slice(index * ViewBytes, ViewBytes);
            var length = BinaryPrimitives.ReadInt32LittleEndian(view);
            if (length <= InlineBytes)
            {
                return decoder.Decode(view.Slice(4, length));
            }

            var buffer = buffers[2 + BinaryPrimitives.ReadInt32LittleEndian(view[8..])].Span;
            return decoder.Decode(buffer.Slice(BinaryPrimitives.ReadInt32LittleEndian(view[12..]), length));
        }
    }
}
