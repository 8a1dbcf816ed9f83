using Apache.Arrow;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Reads structs as <see cref="Row"/>.</summary>
internal sealed class StructReader(ArrayData data, StructType type, ColumnReader[] fields) : ValuesReader<StructReader.Structs>(data)
{
    /// <inheritdoc/>
    protected override Structs Open() => new(type, fields);

    /// <summary>The fields' values at the struct's own position.</summary>
    internal readonly struct Structs(StructType type, ColumnReader[] fields) : IColumnValues
    {
        public object At(int index)
        {
            var values = new object?[fields.Length];
            for (var i = 0; i < fields.Length; i++)
            {
                fields[i].ReadValues(index, values.AsSpan(i, 1));
            }

            return new Row(values, type);
        }
    }
}
