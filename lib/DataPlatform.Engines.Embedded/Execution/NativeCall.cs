using DuckDB.NET.Native;

namespace DataPlatform.Engines.Embedded.Execution;

/// <summary>One batch of rows on which a native function is called.</summary>
internal sealed class NativeCall(DuckDBDataChunk arguments, IntPtr result, int rowCount)
{
    public int RowCount { get; } = rowCount;

    public NativeArgument<T> Argument<T>(int index) => new(NativeMethods.DataChunks.DuckDBDataChunkGetVector(arguments, index));

    public NativeResult<T> Result<T>() => new(result);
}
