using Apache.Arrow;
using Apache.Arrow.Types;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Writes <see cref="bool"/> as bits.</summary>
internal sealed class BooleanWriter() : ColumnWriter(BooleanType.Default)
{
    private readonly ArrowBuffer.BitmapBuilder _bits = new();

    /// <inheritdoc/>
    protected override long AppendValue(object value)
    {
        _bits.Append((bool)value);
        return 1;
    }

    /// <inheritdoc/>
    protected override long AppendNothing()
    {
        _bits.Append(false);
        return 1;
    }

    /// <inheritdoc/>
    protected override ArrayData Build(IArrowType type, int length, int nulls, ArrowBuffer validity)
    {
        var data = new ArrayData(type, length, nulls, 0, [validity, _bits.Build()]);
        _bits.Clear();
        return data;
    }
}
