using Apache.Arrow;
using Apache.Arrow.Types;
using Microsoft.Spark.Sql;
using StructType = Microsoft.Spark.Sql.Types.StructType;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Writes <see cref="Row"/> as structs.</summary>
internal sealed class StructWriter(StructType structure) : ColumnWriter(ArrowLayout.TypeOf(structure))
{
    private readonly ColumnWriter[] _fields = [.. structure.Fields.Select(field => For(field.DataType))];

    /// <inheritdoc/>
    protected override long AppendValue(object value)
    {
        var row = (Row)value;
        var bytes = 0L;
        for (var i = 0; i < _fields.Length; i++)
        {
            bytes += _fields[i].Append(row.Values[i]);
        }

        return bytes;
    }

    /// <inheritdoc/>
    protected override long AppendNothing() => _fields.Sum(field => field.Append(null));

    /// <inheritdoc/>
    protected override ArrayData Build(IArrowType type, int length, int nulls, ArrowBuffer validity) =>
        new(type, length, nulls, 0, [validity], System.Array.ConvertAll(_fields, field => field.Build()));
}
