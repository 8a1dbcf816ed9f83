using Apache.Arrow;
using Apache.Arrow.Ipc;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Arrow streams out of the program's own rows, for Spark to read.</summary>
internal static class ArrowWriter
{
    /// <summary>The bytes, about, at which a batch ends: what Spark's own clients put into one artifact.</summary>
    public const int DefaultBatchBytes = 16 << 20;

    /// <summary>All rows as one IPC stream: the schema, then record batches of about <paramref name="batchBytes"/> each; at least one, which may be empty.</summary>
    /// <param name="schema">The columns.</param>
    /// <param name="rows">Rows of a value a column, of the .NET types that the columns' types name.</param>
    /// <param name="batchBytes">The size in bytes, about, at which a batch ends. It ends after a whole row, so a wide row may make it larger.</param>
    /// <exception cref="DataPlatformException"><c>UNSUPPORTED_DATATYPE</c>: a type that Arrow has no place for.</exception>
    /// <exception cref="InvalidCastException">A value is not of its column's .NET type.</exception>
    public static byte[] Write(StructType schema, IReadOnlyList<object?[]> rows, int batchBytes = DefaultBatchBytes) =>
        Stream(ArrowLayout.SchemaOf(schema), Batches(schema, rows, batchBytes, int.MaxValue));

    /// <summary>The rows as several IPC streams of one record batch each, for the artifact cache; at least one, which may be empty. Each stream is made when it is taken.</summary>
    /// <param name="schema">The columns.</param>
    /// <param name="rows">Rows of a value a column, of the .NET types that the columns' types name.</param>
    /// <param name="chunkBytes">The size in bytes, about, at which a stream ends. It ends after a whole row, so a wide row may make it larger.</param>
    /// <param name="chunkRows">The most rows of a stream.</param>
    /// <exception cref="DataPlatformException"><c>UNSUPPORTED_DATATYPE</c>: a type that Arrow has no place for.</exception>
    /// <exception cref="InvalidCastException">A value is not of its column's .NET type.</exception>
    public static IEnumerable<byte[]> WriteChunks(
        StructType schema, IReadOnlyList<object?[]> rows, int chunkBytes = DefaultBatchBytes, int chunkRows = int.MaxValue)
    {
        var arrowSchema = ArrowLayout.SchemaOf(schema);
        return Batches(schema, rows, chunkBytes, chunkRows).Select(batch => Stream(arrowSchema, [batch]));
    }

    private static byte[] Stream(Schema schema, IEnumerable<RecordBatch> batches)
    {
        using var stream = new MemoryStream();
        using var writer = new ArrowStreamWriter(stream, schema, leaveOpen: true);
        writer.WriteStart();
        foreach (var batch in batches)
        {
            using (batch)
            {
                writer.WriteRecordBatch(batch);
            }
        }

        writer.WriteEnd();
        return stream.ToArray();
    }

    private static IEnumerable<RecordBatch> Batches(StructType schema, IReadOnlyList<object?[]> rows, int batchBytes, int batchRows)
    {
        var arrowSchema = ArrowLayout.SchemaOf(schema);
        var columns = schema.Fields.Select(field => ColumnWriter.For(field.DataType)).ToArray();
        var next = 0;
        do
        {
            var start = next;
            for (var bytes = 0L; next < rows.Count && next - start < batchRows && bytes < batchBytes; next++)
            {
                for (var i = 0; i < columns.Length; i++)
                {
                    bytes += columns[i].Append(rows[next][i]);
                }
            }

            yield return new RecordBatch(arrowSchema, columns.Select(column => ArrowArrayFactory.BuildArray(column.Build())), next - start);
        }
        while (next < rows.Count);
    }
}
