using System.Runtime.InteropServices;
using Apache.Arrow;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Reads arrays as <see cref="object"/>[].</summary>
internal sealed class ListReader(ArrayData data, ColumnReader elements) : ValuesReader<ListReader.Lists>(data)
{
    /// <inheritdoc/>
    protected override Lists Open() => new(MemoryMarshal.Cast<byte, int>(Data.Buffers[1].Span), elements);

    /// <summary>Elements between offsets.</summary>
    internal readonly ref struct Lists(ReadOnlySpan<int> offsets, ColumnReader elements) : IColumnValues
    {
        private readonly ReadOnlySpan<int> _offsets = offsets;

        public object At(int index)
        {
            var start = _offsets[index];
            var items = new object?[_offsets[index + 1] - start];
            if (items.Length > 0)
            {
                elements.ReadValues(start, items);
            }

            return items;
        }
    }
}
