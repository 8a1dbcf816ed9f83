using DuckDB.NET.Data;
using DuckDB.NET.Native;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Execution;

/// <summary>The rows of a running query, a chunk at a time.</summary>
internal sealed class DuckDbResult : IDisposable
{
    private readonly DuckDbSession _session;
    private readonly DuckDBConnection _connection;
    private readonly DuckDBPreparedStatement _statement;
    private readonly IReadOnlyList<DataType> _types;
    private readonly string _sql;
    private readonly CancellationTokenRegistration _interrupt;
    private readonly CancellationToken _cancellation;
    private DuckDBResult _result;
    private bool _disposed;

    public DuckDbResult(DuckDbSession session, DuckDBConnection connection, string sql, IReadOnlyList<DataType> types, CancellationToken cancellation)
    {
        (_session, _connection, _types, _sql, _cancellation) = (session, connection, types, sql, cancellation);
        var prepared = NativeMethods.PreparedStatements.DuckDBPrepare(connection.NativeConnection, sql, out _statement);
        if (prepared == DuckDBState.Error)
        {
            using (_statement)
            {
                throw DuckDbErrors.From(NativeMethods.PreparedStatements.DuckDBPrepareError(_statement), sql);
            }
        }

        _interrupt = cancellation.Register(() => NativeMethods.Startup.DuckDBInterrupt(connection.NativeConnection));
        if (NativeMethods.PreparedStatements.DuckDBExecutePreparedStreaming(_statement, out _result) == DuckDBState.Error)
        {
            var error = Failure();
            NativeMethods.Query.DuckDBDestroyResult(ref _result);
            _interrupt.Dispose();
            _statement.Dispose();
            throw error;
        }
    }

    /// <summary>The rows that are left; each array is new.</summary>
    public IEnumerable<object?[]> ReadAll()
    {
        while (true)
        {
            using var chunk = NativeMethods.Query.DuckDBFetchChunk(_result);
            if (chunk.IsInvalid)
            {
                if (NativeMethods.Query.DuckDBResultError(ref _result) is { Length: > 0 })
                {
                    throw Failure();
                }

                yield break;
            }

            var rows = (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(chunk);
            if (rows == 0)
            {
                yield break;
            }

            foreach (var row in Read(chunk, rows))
            {
                yield return row;
            }
        }
    }

    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _interrupt.Dispose();
        NativeMethods.Query.DuckDBDestroyResult(ref _result);
        _statement.Dispose();
        _session.Return(_connection);
    }

    private object?[][] Read(DuckDBDataChunk chunk, int rows)
    {
        var result = new object?[rows][];
        for (var row = 0; row < rows; row++)
        {
            result[row] = new object?[_types.Count];
        }

        for (var column = 0; column < _types.Count; column++)
        {
            // A column that DuckDB finds to be null everywhere has no type, and no values to read.
            if (NativeMethods.Query.DuckDBColumnType(ref _result, column) == DuckDBType.SqlNull)
            {
                continue;
            }

            var reader = VectorReader.For(_types[column], NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, column));
            for (var row = 0; row < rows; row++)
            {
                result[row][column] = reader.Read(row);
            }
        }

        return result;
    }

    private DataPlatformException Failure() => _cancellation.IsCancellationRequested
        ? new DataPlatformException("OPERATION_CANCELED", "The operation was cancelled.")
        : DuckDbErrors.From(NativeMethods.Query.DuckDBResultError(ref _result), _sql);
}
