using System.Runtime.CompilerServices;
using System.Text;
using DuckDB.NET.Native;

namespace DataPlatform.Engines.Embedded.Execution;

/// <summary>The result's values in a batch, written in place. Kept in a variable of its own: it remembers where nulls are noted.</summary>
internal unsafe struct NativeResult<T>(IntPtr vector)
{
    private const int StackBytes = 512;

    private readonly byte* _data = (byte*)NativeMethods.Vectors.DuckDBVectorGetData(vector);
    private VectorNulls _nulls = new(vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetNull(int row) => _nulls.Add(row);

    // Only the arm of T is left when this is compiled.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(int row, T value)
    {
        if (typeof(T) == typeof(bool?))
        {
            SetOrNull(row, Unsafe.As<T, bool?>(ref value));
        }
        else if (typeof(T) == typeof(sbyte?))
        {
            SetOrNull(row, Unsafe.As<T, sbyte?>(ref value));
        }
        else if (typeof(T) == typeof(short?))
        {
            SetOrNull(row, Unsafe.As<T, short?>(ref value));
        }
        else if (typeof(T) == typeof(int?))
        {
            SetOrNull(row, Unsafe.As<T, int?>(ref value));
        }
        else if (typeof(T) == typeof(long?))
        {
            SetOrNull(row, Unsafe.As<T, long?>(ref value));
        }
        else if (typeof(T) == typeof(float?))
        {
            SetOrNull(row, Unsafe.As<T, float?>(ref value));
        }
        else if (typeof(T) == typeof(double?))
        {
            SetOrNull(row, Unsafe.As<T, double?>(ref value));
        }
        else if (typeof(T).IsValueType)
        {
            Unsafe.WriteUnaligned(_data + ((long)row * Unsafe.SizeOf<T>()), value);
        }
        else
        {
            SetReference(row, value);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SetOrNull<TValue>(int row, TValue? value)
        where TValue : struct
    {
        if (value.HasValue)
        {
            Unsafe.WriteUnaligned(_data + ((long)row * Unsafe.SizeOf<TValue>()), value.GetValueOrDefault());
        }
        else
        {
            SetNull(row);
        }
    }

    private void SetReference(int row, object? value)
    {
        switch (value)
        {
            case null:
                SetNull(row);
                break;
            case string text:
                SetText(vector, _data, row, text);
                break;
            case byte[] bytes:
                SetBytes(vector, _data, row, bytes);
                break;
            case string?[] items:
                SetItems(row, items);
                break;
            default:
                throw new ArgumentException($"A native function cannot give {typeof(T)}.");
        }
    }

    private readonly void SetItems(int row, string?[] items)
    {
        var child = NativeMethods.Vectors.DuckDBListVectorGetChild(vector);
        var start = (ulong)NativeMethods.Vectors.DuckDBListVectorGetSize(vector);
        var end = start + (ulong)items.Length;
        NativeMethods.Vectors.DuckDBListVectorReserve(vector, end);
        NativeMethods.Vectors.DuckDBListVectorSetSize(vector, end);
        ((ulong*)_data)[row * 2] = start;
        ((ulong*)_data)[(row * 2) + 1] = (ulong)items.Length;

        // The child moves when it grows.
        var data = (byte*)NativeMethods.Vectors.DuckDBVectorGetData(child);
        var nulls = new VectorNulls(child);
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i] is { } item)
            {
                SetText(child, data, (int)start + i, item);
            }
            else
            {
                nulls.Add((int)start + i);
            }
        }
    }

    private static void SetText(IntPtr vector, byte* data, int row, string text)
    {
        Span<byte> small = stackalloc byte[StackBytes];
        var bytes = Encoding.UTF8.GetMaxByteCount(text.Length) <= StackBytes ? small[..Encoding.UTF8.GetBytes(text, small)] : Encoding.UTF8.GetBytes(text);
        SetBytes(vector, data, row, bytes);
    }

    private static void SetBytes(IntPtr vector, byte* data, int row, ReadOnlySpan<byte> bytes)
    {
        if (DuckString.TryWriteInline(data, row, bytes))
        {
            return;
        }

        fixed (byte* start = bytes)
        {
            NativeMethods.Vectors.DuckDBVectorAssignStringElementLength(vector, (ulong)row, start, bytes.Length);
        }
    }
}
