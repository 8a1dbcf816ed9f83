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

    /// <summary>Decodes the texts of the first argument; null stays null. The other arguments are the same in all rows, so that what one row says of them makes the decoder.</summary>
    public void Decode<TDecoder, TResult>(Func<NativeCall, int, TDecoder> decoderOf, Func<TDecoder, string, TResult> decode)
        where TDecoder : class
    {
        var (text, result) = (Argument<string>(0), Result<TResult>());
        TDecoder? decoder = null;
        for (var row = 0; row < RowCount; row++)
        {
            if (text.IsNull(row))
            {
                result.SetNull(row);
                continue;
            }

            decoder ??= decoderOf(this, row);
            result.Set(row, decode(decoder, text.Get(row)));
        }
    }

    // The packaged bindings take a handle that would destroy the chunk; this one is only lent to us.
    [LibraryImport("duckdb", EntryPoint = "duckdb_data_chunk_get_size")]
    private static partial ulong GetSize(IntPtr chunk);

    [LibraryImport("duckdb", EntryPoint = "duckdb_data_chunk_get_vector")]
    private static partial IntPtr GetVector(IntPtr chunk, ulong column);
}
