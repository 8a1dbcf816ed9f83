using Apache.Arrow;
using Apache.Arrow.Ipc;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Rows out of Arrow streams.</summary>
internal static class ArrowRows
{
    /// <summary>The rows of a stream, in order.</summary>
    /// <exception cref="AnalysisException"><c>UNSUPPORTED_DATATYPE</c>: a column of another type than numbers, booleans, text and bytes.</exception>
    public static IEnumerable<Row> Read(ReadOnlyMemory<byte> ipcStream, StructType schema)
    {
        using var reader = new ArrowStreamReader(ipcStream);
        while (reader.ReadNextRecordBatch() is { } batch)
        {
            for (var row = 0; row < batch.Length; row++)
            {
                var values = new object?[batch.ColumnCount];
                for (var column = 0; column < values.Length; column++)
                {
                    values[column] = Value(batch.Column(column), row, schema.Fields[column].DataType);
                }

                yield return new Row(values, schema);
            }
        }
    }

    private static object? Value(IArrowArray column, int row, DataType type) => column switch
    {
        _ when column.IsNull(row) => null,
        BooleanArray values => values.GetValue(row),
        Int8Array values => values.GetValue(row),
        Int16Array values => values.GetValue(row),
        Int32Array values when type is IntegerType => values.GetValue(row),
        Int64Array values when type is LongType => values.GetValue(row),
        FloatArray values => values.GetValue(row),
        DoubleArray values => values.GetValue(row),
        StringArray values => values.GetString(row),
        BinaryArray values => values.GetBytes(row).ToArray(),
        _ => throw SparkConnectErrors.UnsupportedServerType(type.Sql),
    };
}
