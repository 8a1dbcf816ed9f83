using System.Runtime.CompilerServices;
using Apache.Arrow;
using Apache.Arrow.Types;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Writes values that all have the same number of bytes.</summary>
internal sealed class FixedWidthWriter<T, TCodec>(DataType type, TCodec codec) : ColumnWriter(ArrowLayout.TypeOf(type))
    where T : unmanaged
    where TCodec : struct, ICodec<T>
{
    private readonly ArrowBuffer.Builder<T> _values = new();

    /// <inheritdoc/>
    protected override long AppendValue(object value)
    {
        _values.Append(codec.Encode(value));
        return Unsafe.SizeOf<T>();
    }

    /// <inheritdoc/>
    protected override long AppendNothing()
    {
        _values.Append(default(T));
        return Unsafe.SizeOf<T>();
    }

    /// <inheritdoc/>
    protected override ArrayData Build(IArrowType type, int length, int nulls, ArrowBuffer validity)
    {
        var data = new ArrayData(type, length, nulls, 0, [validity, _values.Build()]);
        _values.Clear();
        return data;
    }
}
