using System.Collections;
using Apache.Arrow;
using Apache.Arrow.Types;
using ArrowMapType = Apache.Arrow.Types.MapType;
using MapType = Microsoft.Spark.Sql.Types.MapType;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Writes dictionaries as maps: lists of structs of key and value.</summary>
internal sealed class MapWriter(MapType map) : ColumnWriter(ArrowLayout.TypeOf(map))
{
    private readonly ArrowBuffer.Builder<int> _offsets = new ArrowBuffer.Builder<int>().Append(0);
    private readonly ColumnWriter _keys = For(map.KeyType);
    private readonly ColumnWriter _values = For(map.ValueType);
    private int _count;

    /// <inheritdoc/>
    protected override long AppendValue(object value)
    {
        var bytes = 0L;
        foreach (DictionaryEntry entry in (IDictionary)value)
        {
            bytes += _keys.Append(entry.Key) + _values.Append(entry.Value);
            _count++;
        }

        return bytes + AppendNothing();
    }

    /// <inheritdoc/>
    protected override long AppendNothing()
    {
        _offsets.Append(_count);
        return sizeof(int);
    }

    /// <inheritdoc/>
    protected override ArrayData Build(IArrowType type, int length, int nulls, ArrowBuffer validity)
    {
        var entries = new ArrayData(((ArrowMapType)type).KeyValueType, _count, 0, 0, [ArrowBuffer.Empty], [_keys.Build(), _values.Build()]);
        var data = new ArrayData(type, length, nulls, 0, [validity, _offsets.Build()], [entries]);
        _offsets.Clear().Append(0);
        _count = 0;
        return data;
    }
}
