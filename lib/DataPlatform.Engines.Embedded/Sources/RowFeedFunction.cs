using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DataPlatform.Engines.Embedded.Execution;
using DuckDB.NET.Native;
using Native = DuckDB.NET.Native.NativeMethods;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>The table function <c>spark_feed</c>: fills DuckDB's vectors in place, and only those that the query reads.</summary>
internal static unsafe partial class RowFeedFunction
{
    private const int ChunkRows = 2048;

    /// <summary>Makes the function known to the database of a connection; the feeds must live as long as it.</summary>
    public static void Register(DuckDBNativeConnection connection, RowFeeds feeds)
    {
        var function = Native.TableFunction.DuckDBCreateTableFunction();
        try
        {
            Native.TableFunction.DuckDBTableFunctionSetName(function, "spark_feed");
            using (var id = Native.LogicalType.DuckDBCreateLogicalType(DuckDBType.BigInt))
            {
                Native.TableFunction.DuckDBTableFunctionAddParameter(function, id);
            }

            Native.TableFunction.DuckDBTableFunctionSetExtraInfo(function, GCHandle.ToIntPtr(GCHandle.Alloc(feeds)), &Free);
            Native.TableFunction.DuckDBTableFunctionSetBind(function, &Bind);
            Native.TableFunction.DuckDBTableFunctionSetInit(function, &Init);
            Native.TableFunction.DuckDBTableFunctionSetFunction(function, &Fill);
            Native.TableFunction.DuckDBTableFunctionSupportsProjectionPushdown(function, true);
            if (Native.TableFunction.DuckDBRegisterTableFunction(connection, function) == DuckDBState.Error)
            {
                throw new InvalidOperationException("DuckDB does not take the table function spark_feed.");
            }
        }
        finally
        {
            Native.TableFunction.DuckDBDestroyTableFunction(ref function);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Free(IntPtr handle)
    {
        var held = GCHandle.FromIntPtr(handle);
        (held.Target as IDisposable)?.Dispose();
        held.Free();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Bind(IntPtr info)
    {
        try
        {
            var feeds = (RowFeeds)GCHandle.FromIntPtr(Native.TableFunction.DuckDBBindGetExtraInfo(info)).Target!;
            using var argument = Native.TableFunction.DuckDBBindGetParameter(info, 0);
            var feed = feeds.Find(Native.Value.DuckDBGetInt64(argument));
            using var text = Native.LogicalType.DuckDBCreateLogicalType(DuckDBType.Varchar);
            for (var i = 0; i < feed.Width; i++)
            {
                Native.TableFunction.DuckDBBindAddResultColumn(info, $"f{i}", text);
            }

            Native.TableFunction.DuckDBBindSetBindData(info, GCHandle.ToIntPtr(GCHandle.Alloc(feed)), &Free);
        }
        catch (Exception failure)
        {
            // No exception may cross into DuckDB: it ends the query with this text.
            Native.TableFunction.DuckDBBindSetError(info, failure.Message);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Init(IntPtr info)
    {
        try
        {
            var feed = (RowFeed)GCHandle.FromIntPtr(Native.TableFunction.DuckDBInitGetBindData(info)).Target!;
            var columns = new int[Native.TableFunction.DuckDBInitGetColumnCount(info)];
            for (var i = 0; i < columns.Length; i++)
            {
                columns[i] = (int)Native.TableFunction.DuckDBInitGetColumnIndex(info, (ulong)i);
            }

            var reading = new Reading(feed.Rows().GetEnumerator(), feed.Width, columns);
            Native.TableFunction.DuckDBInitSetInitData(info, GCHandle.ToIntPtr(GCHandle.Alloc(reading)), &Free);
        }
        catch (Exception failure)
        {
            // As in Bind.
            Native.TableFunction.DuckDBInitSetError(info, failure.Message);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Fill(IntPtr info, IntPtr chunk)
    {
        try
        {
            var reading = (Reading)GCHandle.FromIntPtr(Native.TableFunction.DuckDBFunctionGetInitData(info)).Target!;
            SetSize(chunk, (ulong)reading.Fill(chunk));
        }
        catch (Exception failure)
        {
            // As in Bind; the chunk stays empty.
            SetSize(chunk, 0);
            Native.TableFunction.DuckDBFunctionSetError(info, failure.Message);
        }
    }

    // The packaged bindings take a handle that would destroy the chunk; this one is only lent to us.
    [LibraryImport("duckdb", EntryPoint = "duckdb_data_chunk_set_size")]
    private static partial void SetSize(IntPtr chunk, ulong size);

    [LibraryImport("duckdb", EntryPoint = "duckdb_data_chunk_get_vector")]
    private static partial IntPtr GetVector(IntPtr chunk, ulong column);

    /// <summary>One reading of a feed.</summary>
    private sealed class Reading(IEnumerator<FeedRow> rows, int width, int[] columns) : IDisposable
    {
        private readonly IntPtr[] _vectors = new IntPtr[columns.Length];
        private readonly IntPtr[] _data = new IntPtr[columns.Length];
        private readonly VectorNulls[] _nulls = new VectorNulls[columns.Length];

        public void Dispose() => rows.Dispose();

        public int Fill(IntPtr chunk)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                _vectors[i] = GetVector(chunk, (ulong)i);
                _data[i] = (IntPtr)Native.Vectors.DuckDBVectorGetData(_vectors[i]);
                _nulls[i] = new VectorNulls(_vectors[i]);
            }

            var row = 0;
            for (; row < ChunkRows && rows.MoveNext(); row++)
            {
                var values = rows.Current;
                for (var i = 0; i < columns.Length; i++)
                {
                    // A column beyond the width is the row id that DuckDB asks for where it reads none.
                    if (columns[i] >= width)
                    {
                        continue;
                    }

                    if (values.IsNull(columns[i]))
                    {
                        _nulls[i].Add(row);
                    }
                    else
                    {
                        Write(i, row, values.Text(columns[i]));
                    }
                }
            }

            return row;
        }

        private void Write(int column, int row, ReadOnlySpan<byte> text)
        {
            if (DuckString.TryWriteInline((byte*)_data[column], row, text))
            {
                return;
            }

            fixed (byte* start = text)
            {
                Native.Vectors.DuckDBVectorAssignStringElementLength(_vectors[column], (ulong)row, start, text.Length);
            }
        }
    }
}
