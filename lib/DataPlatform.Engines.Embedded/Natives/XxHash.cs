using System.Buffers.Binary;
using System.Numerics;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Spark's <c>XXH64</c>: xxHash of 64 bits.</summary>
internal static class XxHash
{
    private const ulong Prime1 = 0x9E3779B185EBCA87;
    private const ulong Prime2 = 0xC2B2AE3D27D4EB4F;
    private const ulong Prime3 = 0x165667B19E3779F9;
    private const ulong Prime4 = 0x85EBCA77C2B2AE63;
    private const ulong Prime5 = 0x27D4EB2F165667C5;

    public static long Of(long seed, int value)
    {
        unchecked
        {
            var hash = (ulong)seed + Prime5 + 4;
            hash ^= (uint)value * Prime1;
            return Finish((BitOperations.RotateLeft(hash, 23) * Prime2) + Prime3);
        }
    }

    public static long Of(long seed, long value)
    {
        unchecked
        {
            var hash = (ulong)seed + Prime5 + 8;
            hash ^= Round(0, (ulong)value);
            return Finish((BitOperations.RotateLeft(hash, 27) * Prime1) + Prime4);
        }
    }

    public static long Of(long seed, ReadOnlySpan<byte> bytes)
    {
        unchecked
        {
            var rest = bytes;
            var hash = bytes.Length >= 32 ? Blocks((ulong)seed, ref rest) : (ulong)seed + Prime5;
            hash += (ulong)bytes.Length;
            for (; rest.Length >= 8; rest = rest[8..])
            {
                hash ^= Round(0, BinaryPrimitives.ReadUInt64LittleEndian(rest));
                hash = (BitOperations.RotateLeft(hash, 27) * Prime1) + Prime4;
            }

            if (rest.Length >= 4)
            {
                hash ^= BinaryPrimitives.ReadUInt32LittleEndian(rest) * Prime1;
                hash = (BitOperations.RotateLeft(hash, 23) * Prime2) + Prime3;
                rest = rest[4..];
            }

            foreach (var value in rest)
            {
                hash ^= value * Prime5;
                hash = BitOperations.RotateLeft(hash, 11) * Prime1;
            }

            return Finish(hash);
        }
    }

    private static ulong Blocks(ulong seed, ref ReadOnlySpan<byte> bytes)
    {
        unchecked
        {
            var (v1, v2, v3, v4) = (seed + Prime1 + Prime2, seed + Prime2, seed, seed - Prime1);
            for (; bytes.Length >= 32; bytes = bytes[32..])
            {
                v1 = Round(v1, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
                v2 = Round(v2, BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
                v3 = Round(v3, BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]));
                v4 = Round(v4, BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]));
            }

            var hash = BitOperations.RotateLeft(v1, 1) + BitOperations.RotateLeft(v2, 7) + BitOperations.RotateLeft(v3, 12) + BitOperations.RotateLeft(v4, 18);
            foreach (var v in (ReadOnlySpan<ulong>)[v1, v2, v3, v4])
            {
                hash = ((hash ^ Round(0, v)) * Prime1) + Prime4;
            }

            return hash;
        }
    }

    private static ulong Round(ulong accumulator, ulong input) => unchecked(BitOperations.RotateLeft(accumulator + (input * Prime2), 31) * Prime1);

    private static long Finish(ulong hash)
    {
        unchecked
        {
            hash = (hash ^ (hash >> 33)) * Prime2;
            hash = (hash ^ (hash >> 29)) * Prime3;
            return (long)(hash ^ (hash >> 32));
        }
    }
}
