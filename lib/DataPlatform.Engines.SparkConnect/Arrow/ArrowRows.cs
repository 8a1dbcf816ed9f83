using Apache.Arrow;
using Apache.Arrow.Compression;
using Apache.Arrow.Ipc;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Rows out of the Arrow streams that Spark sends results in.</summary>
internal static class ArrowRows
{
    // So many rows at a time are made and filled column by column: few enough to stay in the processor's cache.
    private const int BlockRows = 256;

    private static readonly CompressionCodecFactory Codecs = new();

    /// <summary>
    /// The rows of a stream in its order. They are made while they are taken, a few hundred at a time; the bytes must stay as they are until then.
    /// Columns are matched by position, because Spark renames equal names of a struct's fields. Values are of the .NET types that the types of <paramref name="schema"/> name,
    /// and the same that the embedded engine gives.
    /// </summary>
    /// <param name="ipcStream">A whole IPC stream: a schema and any number of record batches, plain or compressed with LZ4 or ZSTD.</param>
    /// <param name="schema">The columns as Spark types.</param>
    /// <exception cref="DataPlatformException">
    /// <c>SPARK_CONNECT_ARROW_MISMATCH</c>: the stream's columns are not those of the schema.
    /// <c>UNSUPPORTED_DATATYPE</c>: a struct without fields.
    /// <c>UNSUPPORTED_FEATURE.SPARK_CONNECT_ENGINE</c>: a value that its .NET type cannot hold.
    /// </exception>
    public static IEnumerable<Row> Read(ReadOnlyMemory<byte> ipcStream, StructType schema)
    {
        ArrowLayout.RefuseUnsupported(schema);
        return ReadBatches(ipcStream, schema);
    }

    private static IEnumerable<Row> ReadBatches(ReadOnlyMemory<byte> ipcStream, StructType schema)
    {
        using var reader = new ArrowStreamReader(ipcStream, Codecs);
        while (reader.ReadNextRecordBatch() is { } batch)
        {
            using (batch)
            {
                foreach (var row in ReadBatch(batch, schema))
                {
                    yield return row;
                }
            }
        }
    }

    private static IEnumerable<Row> ReadBatch(RecordBatch batch, StructType schema)
    {
        if (batch.ColumnCount != schema.Fields.Count)
        {
            throw SparkConnectErrors.ArrowColumnCount(batch.ColumnCount, schema.Fields.Count);
        }

        var columns = schema.Fields.Select((field, i) => ColumnReader.For(field.DataType, batch.Column(i).Data, field.Name)).ToArray();
        var block = new object?[Math.Min(BlockRows, batch.Length)][];
        for (var start = 0; start < batch.Length; start += BlockRows)
        {
            var count = Math.Min(BlockRows, batch.Length - start);
            Fill(columns, start, block.AsSpan(0, count));
            for (var i = 0; i < count; i++)
            {
                yield return new Row(block[i], schema);
            }
        }
    }

    private static void Fill(ColumnReader[] columns, int start, Span<object?[]> rows)
    {
        foreach (ref var row in rows)
        {
            row = columns.Length == 0 ? [] : new object?[columns.Length];
        }

        for (var ordinal = 0; ordinal < columns.Length; ordinal++)
        {
            columns[ordinal].ReadColumn(start, rows, ordinal);
        }
    }
}
