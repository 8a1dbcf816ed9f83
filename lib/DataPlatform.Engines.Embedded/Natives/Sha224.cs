using System.Buffers.Binary;
using System.Numerics;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>SHA-224 (FIPS 180-4): SHA-256 from another start, cut to 28 bytes. .NET does not have it.</summary>
internal static class Sha224
{
    // The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static readonly uint[] RoundConstants = Constants();

    public static byte[] HashData(ReadOnlySpan<byte> data)
    {
        uint[] state = [0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4];
        var padded = new byte[((data.Length + 8) / 64 * 64) + 64];
        data.CopyTo(padded);
        padded[data.Length] = 0x80;
        BinaryPrimitives.WriteUInt64BigEndian(padded.AsSpan(padded.Length - 8), (ulong)data.Length * 8);
        for (var block = 0; block < padded.Length; block += 64)
        {
            Compress(state, padded.AsSpan(block, 64));
        }

        var digest = new byte[28];
        for (var i = 0; i < 7; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(digest.AsSpan(i * 4), state[i]);
        }

        return digest;
    }

    private static void Compress(uint[] state, ReadOnlySpan<byte> block)
    {
        Span<uint> words = stackalloc uint[64];
        for (var i = 0; i < 64; i++)
        {
            words[i] = i < 16
                ? BinaryPrimitives.ReadUInt32BigEndian(block[(i * 4)..])
                : unchecked(words[i - 16] + Small(words[i - 15], 7, 18, 3) + words[i - 7] + Small(words[i - 2], 17, 19, 10));
        }

        var v = (uint[])state.Clone();
        for (var i = 0; i < 64; i++)
        {
            unchecked
            {
                var t1 = v[7] + Large(v[4], 6, 11, 25) + ((v[4] & v[5]) ^ (~v[4] & v[6])) + RoundConstants[i] + words[i];
                var t2 = Large(v[0], 2, 13, 22) + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
                (v[7], v[6], v[5], v[4], v[3], v[2], v[1], v[0]) = (v[6], v[5], v[4], v[3] + t1, v[2], v[1], v[0], t1 + t2);
            }
        }

        for (var i = 0; i < 8; i++)
        {
            state[i] = unchecked(state[i] + v[i]);
        }
    }

    private static uint Small(uint x, int a, int b, int shift) => BitOperations.RotateRight(x, a) ^ BitOperations.RotateRight(x, b) ^ (x >> shift);

    private static uint Large(uint x, int a, int b, int c) => BitOperations.RotateRight(x, a) ^ BitOperations.RotateRight(x, b) ^ BitOperations.RotateRight(x, c);

    private static uint[] Constants()
    {
        var primes = Enumerable.Range(2, 400).Where(n => Enumerable.Range(2, n - 2).All(d => n % d != 0)).Take(64);
        return [.. primes.Select(FractionOfCubeRoot)];
    }

    // floor(2^32 * cbrt(p)) modulo 2^32, in whole numbers.
    private static uint FractionOfCubeRoot(int prime)
    {
        var target = new BigInteger(prime) << 96;
        var (low, high) = (BigInteger.Zero, BigInteger.One << 36);
        while (high - low > 1)
        {
            var middle = (low + high) >> 1;
            (low, high) = middle * middle * middle <= target ? (middle, high) : (low, middle);
        }

        return (uint)(low & uint.MaxValue);
    }
}
