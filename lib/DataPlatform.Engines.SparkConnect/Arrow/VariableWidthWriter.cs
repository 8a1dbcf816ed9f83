using Apache.Arrow;
using Apache.Arrow.Types;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Writes bytes one after another, and where each value begins and ends.</summary>
internal abstract class VariableWidthWriter(IArrowType type) : ColumnWriter(type)
{
    private readonly ArrowBuffer.Builder<int> _offsets = new ArrowBuffer.Builder<int>().Append(0);
    private readonly ArrowBuffer.Builder<byte> _bytes = new();

    /// <summary>Adds a value's bytes.</summary>
    protected long AppendBytes(ReadOnlySpan<byte> bytes)
    {
        _bytes.Append(bytes);
        return AppendNothing() + bytes.Length;
    }

    /// <inheritdoc/>
    protected sealed override long AppendNothing()
    {
        _offsets.Append(_bytes.Length);
        return sizeof(int);
    }

    /// <inheritdoc/>
    protected sealed override ArrayData Build(IArrowType type, int length, int nulls, ArrowBuffer validity)
    {
        var data = new ArrayData(type, length, nulls, 0, [validity, _offsets.Build(), _bytes.Build()]);
        _offsets.Clear().Append(0);
        _bytes.Clear();
        return data;
    }
}
