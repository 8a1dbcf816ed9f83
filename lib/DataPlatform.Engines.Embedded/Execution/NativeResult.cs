using System.Text;
using DuckDB.NET.Native;

namespace DataPlatform.Engines.Embedded.Execution;

/// <summary>The result's values in a batch, written in place.</summary>
internal readonly unsafe struct NativeResult<T>(IntPtr vector)
{
    private readonly byte* _data = (byte*)NativeMethods.Vectors.DuckDBVectorGetData(vector);

    public void SetNull(int row)
    {
        NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(vector);
        NativeMethods.ValidityMask.DuckDBValiditySetRowValidity(NativeMethods.Vectors.DuckDBVectorGetValidity(vector), (ulong)row, false);
    }

    public void Set(int row, T value)
    {
        switch (value)
        {
            case null:
                SetNull(row);
                break;
            case string text:
                SetBytes(vector, row, Encoding.UTF8.GetBytes(text));
                break;
            case byte[] bytes:
                SetBytes(vector, row, bytes);
                break;
            case string?[] items:
                SetItems(row, items);
                break;
            default:
                Write(row, value);
                break;
        }
    }

    private void Write(int row, T value)
    {
        // A nullable that has a value is written as that value.
        switch (value)
        {
            case bool v:
                _data[row] = v ? (byte)1 : (byte)0;
                break;
            case sbyte v:
                ((sbyte*)_data)[row] = v;
                break;
            case short v:
                ((short*)_data)[row] = v;
                break;
            case int v:
                ((int*)_data)[row] = v;
                break;
            case long v:
                ((long*)_data)[row] = v;
                break;
            case float v:
                ((float*)_data)[row] = v;
                break;
            case double v:
                ((double*)_data)[row] = v;
                break;
            default:
                throw new ArgumentException($"A native function cannot give {typeof(T)}.");
        }
    }

    private void SetItems(int row, string?[] items)
    {
        var child = NativeMethods.Vectors.DuckDBListVectorGetChild(vector);
        var start = (ulong)NativeMethods.Vectors.DuckDBListVectorGetSize(vector);
        var end = start + (ulong)items.Length;
        NativeMethods.Vectors.DuckDBListVectorReserve(vector, end);
        NativeMethods.Vectors.DuckDBListVectorSetSize(vector, end);
        ((ulong*)_data)[row * 2] = start;
        ((ulong*)_data)[(row * 2) + 1] = (ulong)items.Length;
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i] is { } item)
            {
                SetBytes(child, (int)start + i, Encoding.UTF8.GetBytes(item));
            }
            else
            {
                NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(child);
                NativeMethods.ValidityMask.DuckDBValiditySetRowValidity(
                    NativeMethods.Vectors.DuckDBVectorGetValidity(child), start + (ulong)i, false);
            }
        }
    }

    private static void SetBytes(IntPtr vector, int row, byte[] bytes)
    {
        fixed (byte* start = bytes)
        {
            NativeMethods.Vectors.DuckDBVectorAssignStringElementLength(vector, (ulong)row, start, bytes.Length);
        }
    }
}
