using System.Runtime.CompilerServices;
using System.Text;
using DuckDB.NET.Native;

namespace DataPlatform.Engines.Embedded.Execution;

/// <summary>An argument's values in a batch, read in place.</summary>
internal readonly unsafe struct NativeArgument<T>
{
    private readonly byte* _data;
    private readonly ulong* _validity;

    public NativeArgument(IntPtr vector)
    {
        _data = (byte*)NativeMethods.Vectors.DuckDBVectorGetData(vector);
        _validity = NativeMethods.Vectors.DuckDBVectorGetValidity(vector);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsNull(int row) => _validity is not null && (_validity[row >> 6] & (1UL << (row & 63))) == 0;

    /// <summary>The bytes of a text or blob, in place: UTF-8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Bytes(int row) => DuckString.At(_data, row);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Get(int row)
    {
        if (typeof(T) == typeof(string))
        {
            return (T)(object)Encoding.UTF8.GetString(DuckString.At(_data, row));
        }

        if (typeof(T) == typeof(byte[]))
        {
            return (T)(object)DuckString.At(_data, row).ToArray();
        }

        return Unsafe.ReadUnaligned<T>(_data + ((long)row * Unsafe.SizeOf<T>()));
    }
}
