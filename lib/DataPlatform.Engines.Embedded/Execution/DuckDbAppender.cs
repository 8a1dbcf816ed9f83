using DuckDB.NET.Native;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Execution;

/// <summary>Adds rows of the program to a DuckDB table, a chunk at a time.</summary>
internal static class DuckDbAppender
{
    private const int ChunkRows = 2048;

    public static void Append(DuckDBNativeConnection connection, string table, StructType schema, IReadOnlyList<object?[]> rows)
    {
        var state = NativeMethods.Appender.DuckDBAppenderCreate(connection, "main", table, out var appender);
        using (appender)
        {
            Check(state, appender, table);
            var types = schema.Fields.Select((_, i) => NativeMethods.Appender.DuckDBAppenderColumnType(appender, (ulong)i)).ToArray();
            try
            {
                var handles = Array.ConvertAll(types, type => type.DangerousGetHandle());
                using var chunk = NativeMethods.DataChunks.DuckDBCreateDataChunk(handles, (ulong)handles.Length);
                for (var start = 0; start < rows.Count; start += ChunkRows)
                {
                    var count = Math.Min(ChunkRows, rows.Count - start);
                    NativeMethods.DataChunks.DuckDBDataChunkReset(chunk);
                    Fill(chunk, schema, rows, start, count);
                    NativeMethods.DataChunks.DuckDBDataChunkSetSize(chunk, (ulong)count);
                    Check(NativeMethods.Appender.DuckDBAppendDataChunk(appender, chunk), appender, table);
                }
            }
            finally
            {
                foreach (var type in types)
                {
                    type.Dispose();
                }
            }

            Check(NativeMethods.Appender.DuckDBAppenderClose(appender), appender, table);
        }
    }

    private static void Fill(DuckDBDataChunk chunk, StructType schema, IReadOnlyList<object?[]> rows, int start, int count)
    {
        for (var column = 0; column < schema.Fields.Count; column++)
        {
            var writer = VectorWriter.For(schema.Fields[column].DataType, NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, column));
            for (var row = 0; row < count; row++)
            {
                writer.Write(row, rows[start + row][column]);
            }
        }
    }

    private static void Check(DuckDBState state, DuckDBAppender appender, string table)
    {
        if (state == DuckDBState.Error)
        {
            using var error = NativeMethods.Appender.DuckDBAppenderErrorData(appender);
            throw DuckDbErrors.From(NativeMethods.ErrorData.DuckDBErrorDataMessage(error), $"append to {table}");
        }
    }
}
