using System.Data.SqlTypes;
using CsCheck;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.SparkConnect.Tests.Arrow;

/// <summary>Any type that a column of the program may have, and any values of it.</summary>
internal static class Samples
{
    private const long Year1 = -62_135_596_800_000_000;
    private const long Year10000 = 253_402_300_800_000_000;

    private static readonly DataType[] Atoms =
    [
        new NullType(), new BooleanType(), new ByteType(), new ShortType(), new IntegerType(), new LongType(), new FloatType(), new DoubleType(),
        new DecimalType(5, 2), new DecimalType(18, 0), new DecimalType(28, 28), new DecimalType(38, 10), new DecimalType(38, 38),
        new StringType(), new CharType(4), new VarcharType(9), new BinaryType(), new DateType(), new TimestampType(), new TimestampNTZType(),
        new TimeType(), new YearMonthIntervalType(), new DayTimeIntervalType(), new CalendarIntervalType(), new VariantType(),
    ];

    private static readonly Gen<byte[]> Blob = Gen.Byte.Array[0, 20];

    private static readonly Gen<object?> Nothing = Gen.Const(() => (object?)null);

    /// <summary>Types, nested up to three deep.</summary>
    public static Gen<DataType> Types { get; } = TypesOf(3);

    /// <summary>Schemas of up to six columns.</summary>
    public static Gen<StructType> Schemas { get; } = Types.List[0, 6].Select(types => Fields(types));

    /// <summary>Rows of a schema, about a fifth of all values null.</summary>
    public static Gen<object?[]> RowsOf(StructType schema) => Many([.. schema.Fields.Select(field => Values(field.DataType))]);

    private static Gen<DataType> TypesOf(int depth)
    {
        var atom = AnyOf(Atoms);
        if (depth == 0)
        {
            return atom;
        }

        var inner = TypesOf(depth - 1);
        var key = AnyOf(new StringType(), new IntegerType(), new DateType(), new DecimalType(38, 2));
        return Gen.Frequency(
            (4, atom),
            (1, inner.Select(element => (DataType)new ArrayType(element))),
            (1, Gen.Select(key, inner, (k, v) => (DataType)new MapType(k, v))),
            (1, inner.List[1, 3].Select(types => (DataType)Fields(types))));
    }

    private static Gen<DataType> AnyOf(params DataType[] types) => Gen.Int[0, types.Length - 1].Select(i => types[i]);

    private static StructType Fields(List<DataType> types) => new(types.Select((type, i) => new StructField($"f{i % 2}", type)));

    private static Gen<object?> Values(DataType type) => Gen.Frequency((1, Nothing), (4, Present(type)));

    private static Gen<object?> Present(DataType type) => type switch
    {
        NullType => Nothing,
        BooleanType => Boxed(Gen.Bool),
        ByteType => Boxed(Gen.SByte),
        ShortType => Boxed(Gen.Short),
        IntegerType or YearMonthIntervalType => Boxed(Gen.OneOf(Gen.Int, Gen.Int[-200, 1200])),
        LongType => Boxed(Gen.OneOf(Gen.Long, Gen.Long[-200, 1200])),
        FloatType => Boxed(Gen.Float.Special),
        DoubleType => Boxed(Gen.Double.Special),
        DecimalType number => Digits(number),
        StringType or CharType or VarcharType => Gen.Select(Gen.String, Gen.Bool, (text, wide) => (object?)(WellFormed(text) + (wide ? "𝄞é" : ""))),
        BinaryType => Blob.Select(bytes => (object?)bytes),
        DateType => Gen.Int[-3_000_000, 3_000_000].Select(day => (object?)Date.FromEpochDay(day)),
        TimestampType => Gen.Long.Select(micros => (object?)Timestamp.FromEpochMicroseconds(micros)),
        TimestampNTZType => Gen.Long[Year1, Year10000 - 1].Select(micros => (object?)new DateTime(DateTime.UnixEpoch.Ticks + (micros * 10))),
        TimeType => Gen.Long[0, 86_399_999_999].Select(micros => (object?)new TimeOnly(micros * 10)),
        DayTimeIntervalType => Gen.Long[-900_000_000_000_000_000, 900_000_000_000_000_000].Select(micros => (object?)new TimeSpan(micros * 10)),
        CalendarIntervalType => Gen.Select(Gen.Int, Gen.Int, Gen.Long[-9_000_000_000_000_000, 9_000_000_000_000_000], (m, d, u) => (object?)new CalendarInterval(m, d, u)),
        VariantType => Gen.Select(Blob, Blob, (value, metadata) => (object?)new VariantVal(value, metadata)),
        ArrayType array => Values(array.ElementType).Array[0, 4].Select(items => (object?)items),
        MapType map => Gen.Select(Present(map.KeyType), Values(map.ValueType)).Array[0, 4].Select(entries => (object?)entries.DistinctBy(e => e.Item1).ToDictionary(e => e.Item1!, e => e.Item2)),
        StructType structure => RowsOf(structure).Select(values => (object?)new Row(values, structure)),
        _ => throw new ArgumentException($"No sample of {type}.", nameof(type)),
    };

    private static Gen<object?> Boxed<T>(Gen<T> values) => values.Select(value => (object?)value);

    // .NET's decimal where it has room, as every engine gives it.
    private static Gen<object?> Digits(DecimalType type) => Gen.Select(Gen.Char['0', '9'].Array[1, type.Precision], Gen.Bool, (digits, negative) =>
    {
        var text = new string(digits).PadLeft(type.Scale + 1, '0');
        var number = SqlDecimal.Parse((negative ? "-" : "") + text[..^type.Scale] + (type.Scale > 0 ? "." + text[^type.Scale..] : ""));
        return number.Data[3] == 0 && type.Scale <= 28 ? (object?)number.Value : number;
    });

    private static string WellFormed(string text) => new([.. text.Where(letter => !char.IsSurrogate(letter))]);

    private static Gen<object?[]> Many(Gen<object?>[] values) => values.Length == 0
        ? Gen.Const(Array.Empty<object?>())
        : values.Skip(1).Aggregate(values[0].Select(first => new[] { first }), (rows, next) => Gen.Select(rows, next, (row, value) => (object?[])[.. row, value]));
}
