using System.Security.Cryptography;
using DataPlatform.Engines.Embedded.Execution;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Digests as hexadecimal text, and checksums.</summary>
internal static class DigestNatives
{
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(i => Enumerable.Range(0, 8).Aggregate((uint)i, (c, _) => (c >> 1) ^ ((c & 1) * 0xEDB88320)))];

    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        NativeFunction.OfText<byte[], long>("spark_crc32", Crc32),
        NativeFunction.OfTextAnd<byte[], int, string?>("spark_sha2", Sha2),
    ];

    private static long Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc = (crc >> 8) ^ CrcTable[(crc ^ value) & 0xFF];
        }

        return ~crc;
    }

    private static string? Sha2(ReadOnlySpan<byte> bytes, int bits) => bits switch
    {
        0 or 256 => Convert.ToHexStringLower(SHA256.HashData(bytes)),
        224 => Convert.ToHexStringLower(Sha224.HashData(bytes)),
        384 => Convert.ToHexStringLower(SHA384.HashData(bytes)),
        512 => Convert.ToHexStringLower(SHA512.HashData(bytes)),
        _ => null,
    };
}
