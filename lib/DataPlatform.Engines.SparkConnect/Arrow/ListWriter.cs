using Apache.Arrow;
using Apache.Arrow.Types;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Writes <see cref="object"/>[] as arrays.</summary>
internal sealed class ListWriter(ArrayType array) : ColumnWriter(ArrowLayout.TypeOf(array))
{
    private readonly ArrowBuffer.Builder<int> _offsets = new ArrowBuffer.Builder<int>().Append(0);
    private readonly ColumnWriter _elements = For(array.ElementType);
    private int _count;

    /// <inheritdoc/>
    protected override long AppendValue(object value)
    {
        var items = (object?[])value;
        var bytes = 0L;
        foreach (var item in items)
        {
            bytes += _elements.Append(item);
        }

        _count += items.Length;
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
        var data = new ArrayData(type, length, nulls, 0, [validity, _offsets.Build()], [_elements.Build()]);
        _offsets.Clear().Append(0);
        _count = 0;
        return data;
    }
}
