using System.Runtime.InteropServices;
using Apache.Arrow;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Reads maps as dictionaries. Of equal keys, which Spark's own functions do not make, the last one stays.</summary>
internal sealed class MapReader(ArrayData data, ColumnReader keys, ColumnReader values) : ValuesReader<MapReader.Maps>(data)
{
    /// <inheritdoc/>
    protected override Maps Open() => new(MemoryMarshal.Cast<byte, int>(Data.Buffers[1].Span), keys, values);

    /// <summary>Entries between offsets.</summary>
    internal readonly ref struct Maps(ReadOnlySpan<int> offsets, ColumnReader keys, ColumnReader values) : IColumnValues
    {
        private readonly ReadOnlySpan<int> _offsets = offsets;

        public object At(int index)
        {
            var start = _offsets[index];
            var count = _offsets[index + 1] - start;
            var map = new Dictionary<object, object?>(count);
            if (count == 0)
            {
                return map;
            }

            var entries = new object?[count * 2];
            keys.ReadValues(start, entries.AsSpan(0, count));
            values.ReadValues(start, entries.AsSpan(count));
            for (var i = 0; i < count; i++)
            {
                map[entries[i]!] = entries[count + i];
            }

            return map;
        }
    }
}
