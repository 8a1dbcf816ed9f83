using System.Collections;
using System.Data.SqlTypes;
using Google.Protobuf;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;
using Proto = DataPlatform.Engines.SparkConnect.Protos;

namespace DataPlatform.Engines.SparkConnect.Conversion;

/// <summary>
/// Constants as messages, exactly of their type. Servers since 4.1 read a nested constant's type from <c>data_type</c>, older ones from the parts; both are written.
/// </summary>
internal static class LiteralConverter
{
    public static Proto.Expression.Types.Literal ToProto(object? value, DataType type)
    {
        var literal = value is null ? new Proto.Expression.Types.Literal { Null = TypeConverter.ToProto(OfNull(type)) } : Valued(value, type);
        if (type is ArrayType or MapType or StructType or YearMonthIntervalType or DayTimeIntervalType)
        {
            literal.DataType = TypeConverter.ToProto(type);
        }

        return literal;
    }

    // Text of a fixed length is a column's type; as a value it is a string, with or without text.
    private static DataType OfNull(DataType type) => type is CharType or VarcharType ? new StringType() : type;

    private static Proto.Expression.Types.Literal Valued(object value, DataType type) => (type, value) switch
    {
        (BooleanType, bool flag) => new() { Boolean = flag },
        (ByteType, sbyte number) => new() { Byte = number },
        (ShortType, short number) => new() { Short = number },
        (IntegerType, int number) => new() { Integer = number },
        (LongType, long number) => new() { Long = number },
        (FloatType, float number) => new() { Float = number },
        (DoubleType, double number) => new() { Double = number },
        (DecimalType decimals, _) => new() { Decimal = Number(value, decimals) },
        (StringType or CharType or VarcharType, string text) => new() { String = text },
        (BinaryType, byte[] bytes) => new() { Binary = ByteString.CopyFrom(bytes) },
        (DateType, Date date) => new() { Date = date.EpochDay },
        (TimestampType, Timestamp instant) => new() { Timestamp = instant.EpochMicroseconds },
        (TimestampNTZType, DateTime moment) => new() { TimestampNtz = (moment - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond },
        (TimeType time, TimeOnly moment) => new() { Time = new() { Nano = moment.Ticks * TimeSpan.NanosecondsPerTick, Precision = time.Precision } },
        (CalendarIntervalType, CalendarInterval span) => new() { CalendarInterval = new() { Months = span.Months, Days = span.Days, Microseconds = span.Microseconds } },
        (YearMonthIntervalType, int months) => new() { YearMonthInterval = months },
        (DayTimeIntervalType, TimeSpan span) => new() { DayTimeInterval = span.Ticks / TimeSpan.TicksPerMicrosecond },
        (ArrayType array, object?[] items) => new() { Array = Items(items, array) },
        (MapType map, IDictionary entries) => new() { Map = Entries(entries, map) },
        (StructType structure, Row row) => new() { Struct = Fields(row, structure) },
        _ => throw SparkConnectErrors.UnsupportedLiteral(type.Sql),
    };

    // The text has all digits of the scale: a server takes the type from it where it is wider than the one that is said.
    private static Proto.Expression.Types.Literal.Types.Decimal Number(object value, DecimalType type)
    {
        var number = value is SqlDecimal wide ? wide : new SqlDecimal((decimal)value);
        var scaled = number.Scale == type.Scale ? number : SqlDecimal.AdjustScale(number, type.Scale - number.Scale, fRound: false);
        return new() { Value = scaled.ToString(), Precision = type.Precision, Scale = type.Scale };
    }

    private static Proto.Expression.Types.Literal.Types.Array Items(object?[] items, ArrayType type) => new()
    {
        ElementType = TypeConverter.ToProto(type.ElementType),
        Elements = { items.Select(item => ToProto(item, type.ElementType)) },
    };

    private static Proto.Expression.Types.Literal.Types.Map Entries(IDictionary entries, MapType type)
    {
        var map = new Proto.Expression.Types.Literal.Types.Map
        {
            KeyType = TypeConverter.ToProto(type.KeyType),
            ValueType = TypeConverter.ToProto(type.ValueType),
        };
        foreach (DictionaryEntry entry in entries)
        {
            map.Keys.Add(ToProto(entry.Key, type.KeyType));
            map.Values.Add(ToProto(entry.Value, type.ValueType));
        }

        return map;
    }

    private static Proto.Expression.Types.Literal.Types.Struct Fields(Row row, StructType type) => new()
    {
        StructType = TypeConverter.ToProto(type),
        Elements = { type.Fields.Select((field, i) => ToProto(row[i], field.DataType)) },
    };
}
