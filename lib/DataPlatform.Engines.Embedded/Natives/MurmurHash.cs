using System.Buffers.Binary;
using System.Numerics;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Spark's <c>Murmur3_x86_32</c>: MurmurHash3, but for the bytes behind the last whole word, each of which is a word of its own.</summary>
internal static class MurmurHash
{
    public static int Of(int seed, int value) => Finish(Mix(seed, Scramble(value)), 4);

    public static int Of(int seed, long value) => Finish(Mix(Mix(seed, Scramble((int)value)), Scramble((int)(value >>> 32))), 8);

    public static int Of(int seed, ReadOnlySpan<byte> bytes)
    {
        var hash = seed;
        var words = bytes.Length / 4;
        for (var i = 0; i < words; i++)
        {
            hash = Mix(hash, Scramble(BinaryPrimitives.ReadInt32LittleEndian(bytes[(i * 4)..])));
        }

        foreach (var value in bytes[(words * 4)..])
        {
            hash = Mix(hash, Scramble((sbyte)value));
        }

        return Finish(hash, bytes.Length);
    }

    private static int Scramble(int word) => unchecked((int)(BitOperations.RotateLeft((uint)word * 0xcc9e2d51, 15) * 0x1b873593));

    private static int Mix(int hash, int word) => unchecked((int)((BitOperations.RotateLeft((uint)(hash ^ word), 13) * 5) + 0xe6546b64));

    private static int Finish(int hash, int length)
    {
        var h = (uint)(hash ^ length);
        h = unchecked((h ^ (h >> 16)) * 0x85ebca6b);
        h = unchecked((h ^ (h >> 13)) * 0xc2b2ae35);
        return (int)(h ^ (h >> 16));
    }
}
