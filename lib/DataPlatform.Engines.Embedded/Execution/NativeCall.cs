using System.Runtime.InteropServices;

namespace DataPlatform.Engines.Embedded.Execution;

/// <summary>One batch of rows on which a native function is called.</summary>
/// <param name="arguments">DuckDB's chunk of the arguments; DuckDB owns it.</param>
/// <param name="result">DuckDB's vector of the result.</param>
internal sealed partial class NativeCall(IntPtr arguments, IntPtr result)
{
    public int RowCount { get; } = (int)GetSize(arguments);

    public NativeArgument<T> Argument<T>(int index) => new(GetVector(arguments, (ulong)index));

    public NativeResult<T> Result<T>() => new(result);

    // The packaged bindings take a handle that would destroy the chunk; this one is only lent to us.
    [LibraryImport("duckdb", EntryPoint = "duckdb_data_chunk_get_size")]
    private static partial ulong GetSize(IntPtr chunk);

    [LibraryImport("duckdb", EntryPoint = "duckdb_data_chunk_get_vector")]
    private static partial IntPtr GetVector(IntPtr chunk, ulong column);
}
