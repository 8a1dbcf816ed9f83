using System.Runtime.CompilerServices;
using DuckDB.NET.Native;

namespace DataPlatform.Engines.Embedded.Execution;

/// <summary>Notes which rows of a vector that is being written are null. Kept in a variable of its own, and no longer than the vector stays where it is: it remembers where nulls are noted.</summary>
internal unsafe struct VectorNulls(IntPtr vector)
{
    private ulong* _validity;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int row)
    {
        if (_validity is null)
        {
            NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(vector);
            _validity = NativeMethods.Vectors.DuckDBVectorGetValidity(vector);
        }

        _validity[row >> 6] &= ~(1UL << (row & 63));
    }
}
