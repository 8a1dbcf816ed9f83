using CsCheck;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace Specification.RandomPlans;

/// <summary>Values at the edges of their types, few enough to meet again in other rows.</summary>
public static class RandomValues
{
    private static readonly Gen<object?> Ints = Pool(0, 1, 2, 3, -1, 7, int.MaxValue, int.MinValue);
    private static readonly Gen<object?> Texts = Pool("", "a", "b", "A", "ab", " a ", "é", "😀b", "1", "-2", "2024-02-29", "%_", "\u0000");

    public static Gen<object?> Of(DataType type, bool nullable) => nullable
        ? Gen.Frequency((3, Some(type)), (1, Gen.Const((object?)null)))
        : Some(type);

    private static Gen<object?> Some(DataType type) => type switch
    {
        IntegerType => Ints,
        LongType => Pool(0L, 1L, 2L, -5L, 9007199254740993L, -9007199254740993L, 1L << 40),
        ShortType => Pool((short)0, (short)1, (short)-3, short.MaxValue, short.MinValue),
        FloatType => Pool(0f, -0f, 1.5f, -2.25f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, 16777216f),
        DoubleType => Pool(0d, -0d, 1d, 1.5, -2.25, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1024.125),
        DecimalType { Scale: 0 } => Pool(0m, 1m, -1m, 99999m),
        DecimalType { Scale: 2 } => Pool(0m, 1m, 1.25m, -1.25m, 0.01m, 99999999.99m, -99999999.99m),
        DecimalType => Pool(0m, 1m, 1.25m, -0.000001m, 12345678901234.123456m),
        StringType => Texts,
        BooleanType => Pool(true, false),
        DateType => Pool(Day(1, 1, 1), Day(1582, 10, 4), Day(1582, 10, 15), Day(1969, 12, 31), Day(2000, 2, 29), Day(2024, 2, 29), Day(2024, 3, 31), Day(9999, 12, 31)),
        TimestampType => Pool(Moment(1, 1, 1, 0), Moment(1582, 10, 15, 1), Moment(1969, 12, 31, 86_399_999_999), Moment(2024, 3, 31, 3_723_456_789), Moment(2024, 3, 31, 0), Moment(9999, 12, 31, 1)),
        TimestampNTZType => Pool(new DateTime(1, 1, 1), new DateTime(1969, 12, 31, 23, 59, 59), new DateTime(2024, 3, 31, 2, 30, 0).AddTicks(10), new DateTime(9999, 12, 31)),
        BinaryType => Pool(System.Array.Empty<byte>(), new byte[] { 0 }, new byte[] { 0xff, 0 }, new byte[] { 0x61 }),
        ArrayType array => Of(array.ElementType, true).Array[0, 3].Select(items => (object?)items),
        MapType => from keys in Gen.Shuffle(new[] { "x", "y", "z" }, 0, 3)
                   from values in Of(new IntegerType(), true).Array[keys.Length]
                   select (object?)keys.Zip(values).ToDictionary(pair => (object)pair.First, pair => pair.Second),
        StructType => Gen.Select(Of(new IntegerType(), true), Of(new StringType(), true), (a, b) => (object?)new GenericRow([a!, b!])),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static Gen<object?> Pool(params object[] values) => Gen.OneOf<object?>(values);

    private static Date Day(int year, int month, int day) => new(year, month, day);

    private static Timestamp Moment(int year, int month, int day, long microseconds) =>
        new(new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).AddTicks(microseconds * 10));
}
