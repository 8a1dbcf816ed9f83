using System.Buffers.Binary;

namespace DataPlatform.Delta;

/// <summary>Reads 64-bit Roaring bitmaps in the portable form (PROTOCOL.md, "Deletion Vector Format"; the 32-bit parts by the Roaring format specification).</summary>
internal ref struct RoaringReader
{
    private const int Magic = 1681511377;
    private const int CookieWithRuns = 12347;
    private const int CookieWithoutRuns = 12346;
    private const int OffsetsFromContainers = 4;
    private const int MaxArraySize = 4096;
    private const int BitmapBytes = 8192;

    private ReadOnlySpan<byte> _rest;

    private RoaringReader(ReadOnlySpan<byte> bytes) => _rest = bytes;

    /// <summary>All numbers in the bitmap, ascending.</summary>
    /// <exception cref="InvalidDataException">The bytes are no bitmap of this form.</exception>
    public static long[] Read(ReadOnlySpan<byte> bytes, long expectedCount)
    {
        var reader = new RoaringReader(bytes);
        if (reader.Int32() != Magic)
        {
            throw new InvalidDataException("The magic number is not that of a 64-bit Roaring bitmap in the portable form.");
        }

        // What a descriptor says is not yet believed.
        var rows = new List<long>((int)Math.Clamp(expectedCount, 0, ushort.MaxValue));
        var bitmaps = reader.Int64();
        for (long i = 0; i < bitmaps; i++)
        {
            var high = (long)(uint)reader.Int32() << 32;
            reader.ReadBitmap(high, rows);
        }

        return [.. rows];
    }

    private void ReadBitmap(long high, List<long> rows)
    {
        var cookie = Int32();
        var hasRuns = (cookie & 0xFFFF) == CookieWithRuns;
        if (!hasRuns && cookie != CookieWithoutRuns)
        {
            throw new InvalidDataException($"{cookie} is no cookie of a Roaring bitmap.");
        }

        var containers = hasRuns ? (cookie >>> 16) + 1 : Int32();
        var runFlags = hasRuns ? Take((containers + 7) / 8) : default;
        var header = Take(checked(containers * 4));
        if (!hasRuns || containers >= OffsetsFromContainers)
        {
            Take(checked(containers * 4));
        }

        for (var i = 0; i < containers; i++)
        {
            var first = high | ((long)BinaryPrimitives.ReadUInt16LittleEndian(header[(i * 4)..]) << 16);
            var count = BinaryPrimitives.ReadUInt16LittleEndian(header[((i * 4) + 2)..]) + 1;
            if (hasRuns && (runFlags[i / 8] & (1 << (i % 8))) != 0)
            {
                ReadRuns(first, rows);
            }
            else if (count <= MaxArraySize)
            {
                ReadArray(first, count, rows);
            }
            else
            {
                ReadBits(first, rows);
            }
        }
    }

    private void ReadRuns(long first, List<long> rows)
    {
        var runs = UInt16();
        for (var i = 0; i < runs; i++)
        {
            var start = first + UInt16();
            var more = UInt16();
            for (var row = start; row <= start + more; row++)
            {
                rows.Add(row);
            }
        }
    }

    private void ReadArray(long first, int count, List<long> rows)
    {
        for (var i = 0; i < count; i++)
        {
            rows.Add(first + UInt16());
        }
    }

    private void ReadBits(long first, List<long> rows)
    {
        var bytes = Take(BitmapBytes);
        for (var i = 0; i < BitmapBytes; i++)
        {
            for (var bits = bytes[i]; bits != 0; bits &= (byte)(bits - 1))
            {
                rows.Add(first + (i * 8) + System.Numerics.BitOperations.TrailingZeroCount(bits));
            }
        }
    }

    private int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    private long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    private ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > _rest.Length)
        {
            throw new InvalidDataException("The bitmap ends too early.");
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
