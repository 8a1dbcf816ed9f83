using System.Numerics;
using System.Text;
using DataPlatform.Engines.Embedded.Execution;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>
/// One step of Spark's hashes: the hash so far, a value, whether that value is null (the hash then stays). Numbers that compare equal hash equal: -0.0 as 0.0, every NaN as one.
/// </summary>
internal static class HashNatives
{
    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        NativeFunction.Of<int, int, bool, int>("spark_murmur_int", (seed, value, isNull) => isNull ? seed : MurmurHash.Of(seed, value)),
        NativeFunction.Of<int, long, bool, int>("spark_murmur_long", (seed, value, isNull) => isNull ? seed : MurmurHash.Of(seed, value)),
        NativeFunction.Of<int, float, bool, int>("spark_murmur_float", (seed, value, isNull) => isNull ? seed : MurmurHash.Of(seed, Bits(value))),
        NativeFunction.Of<int, double, bool, int>("spark_murmur_double", (seed, value, isNull) => isNull ? seed : MurmurHash.Of(seed, Bits(value))),
        NativeFunction.Of<int, string, bool, int>("spark_murmur_text", (seed, value, isNull) => isNull ? seed : MurmurHash.Of(seed, Encoding.UTF8.GetBytes(value))),
        NativeFunction.Of<int, byte[], bool, int>("spark_murmur_bytes", (seed, value, isNull) => isNull ? seed : MurmurHash.Of(seed, value)),
        NativeFunction.Of<int, string, bool, bool, int>("spark_murmur_decimal", (seed, value, isNull, isLong) => isNull ? seed
            : isLong ? MurmurHash.Of(seed, (long)Unscaled(value)) : MurmurHash.Of(seed, Unscaled(value).ToByteArray(isBigEndian: true))),
        NativeFunction.Of<long, int, bool, long>("spark_xxhash_int", (seed, value, isNull) => isNull ? seed : XxHash.Of(seed, value)),
        NativeFunction.Of<long, long, bool, long>("spark_xxhash_long", (seed, value, isNull) => isNull ? seed : XxHash.Of(seed, value)),
        NativeFunction.Of<long, float, bool, long>("spark_xxhash_float", (seed, value, isNull) => isNull ? seed : XxHash.Of(seed, Bits(value))),
        NativeFunction.Of<long, double, bool, long>("spark_xxhash_double", (seed, value, isNull) => isNull ? seed : XxHash.Of(seed, Bits(value))),
        NativeFunction.Of<long, string, bool, long>("spark_xxhash_text", (seed, value, isNull) => isNull ? seed : XxHash.Of(seed, Encoding.UTF8.GetBytes(value))),
        NativeFunction.Of<long, byte[], bool, long>("spark_xxhash_bytes", (seed, value, isNull) => isNull ? seed : XxHash.Of(seed, value)),
        NativeFunction.Of<long, string, bool, bool, long>("spark_xxhash_decimal", (seed, value, isNull, isLong) => isNull ? seed
            : isLong ? XxHash.Of(seed, (long)Unscaled(value)) : XxHash.Of(seed, Unscaled(value).ToByteArray(isBigEndian: true))),
    ];

    private static int Bits(float value) => value == 0 ? 0 : float.IsNaN(value) ? 0x7fc00000 : BitConverter.SingleToInt32Bits(value);

    private static long Bits(double value) => value == 0 ? 0 : double.IsNaN(value) ? 0x7ff8000000000000L : BitConverter.DoubleToInt64Bits(value);

    private static BigInteger Unscaled(string digits) => JavaDecimal.Parse(Encoding.ASCII.GetBytes(digits)).Unscaled;
}
