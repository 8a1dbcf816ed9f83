using Apache.Arrow;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>A reader of columns with a bitmap of nulls. The compiler makes its loops anew for each kind of values, so that none is called through a table.</summary>
internal abstract class ValuesReader<TValues>(ArrayData data) : ColumnReader
    where TValues : IColumnValues, allows ref struct
{
    private readonly bool _hasNulls = data.NullCount != 0;

    /// <summary>The column.</summary>
    protected ArrayData Data { get; } = data;

    /// <inheritdoc/>
    public sealed override void ReadColumn(int start, ReadOnlySpan<object?[]> rows, int ordinal)
    {
        var values = Open();
        if (!_hasNulls)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                rows[i][ordinal] = values.At(start + i);
            }

            return;
        }

        var validity = Data.Buffers[0].Span;
        for (var i = 0; i < rows.Length; i++)
        {
            if (IsSet(validity, start + i))
            {
                rows[i][ordinal] = values.At(start + i);
            }
        }
    }

    /// <inheritdoc/>
    public sealed override void ReadValues(int start, Span<object?> values)
    {
        var opened = Open();
        var validity = _hasNulls ? Data.Buffers[0].Span : default;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = !_hasNulls || IsSet(validity, start + i) ? opened.At(start + i) : null;
        }
    }

    /// <summary>The values, to be read now.</summary>
    protected abstract TValues Open();

    private static bool IsSet(ReadOnlySpan<byte> bits, int index) => (bits[index >> 3] & (1 << (index & 7))) != 0;
}
