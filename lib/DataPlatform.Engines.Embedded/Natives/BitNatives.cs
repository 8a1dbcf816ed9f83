using System.Numerics;
using DataPlatform.Engines.Embedded.Execution;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Functions of bits. Java shifts by the distance's lowest bits, as C# does.</summary>
internal static class BitNatives
{
    private const long BitmapBits = 32_768;

    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        NativeFunction.Of<int, int, int>("spark_shift_left_int", (value, distance) => value << distance),
        NativeFunction.Of<long, int, long>("spark_shift_left_long", (value, distance) => value << distance),
        NativeFunction.Of<int, int, int>("spark_shift_right_int", (value, distance) => value >> distance),
        NativeFunction.Of<long, int, long>("spark_shift_right_long", (value, distance) => value >> distance),
        NativeFunction.Of<int, int, int>("spark_shift_right_unsigned_int", (value, distance) => value >>> distance),
        NativeFunction.Of<long, int, long>("spark_shift_right_unsigned_long", (value, distance) => value >>> distance),
        NativeFunction.Of<long, int, int, sbyte>("spark_bit_get", (value, position, width) => position >= 0 && position < width
            ? (sbyte)((value >> position) & 1)
            : throw EmbeddedErrors.InvalidParameterValue("BIT_POSITION_RANGE", "bit_get", $"the position is from 0 to {width - 1}, and not {position}.")).OrFails(),

        // Values from 1 fill bitmaps of 4 KiB, the first of which is number 1; zero and below go the other way.
        NativeFunction.Of<long, long>("spark_bitmap_bit_position", value => value > 0 ? (value - 1) % BitmapBits : -value % BitmapBits),
        NativeFunction.Of<long, long>("spark_bitmap_bucket_number", value => value > 0 ? 1 + ((value - 1) / BitmapBits) : value / BitmapBits),
        NativeFunction.OfText<byte[], long>("spark_bitmap_count", bytes =>
        {
            var count = 0L;
            foreach (var value in bytes)
            {
                count += BitOperations.PopCount(value);
            }

            return count;
        }),
    ];
}
