using Microsoft.Spark.Sql.Types;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Proto = DataPlatform.Engines.SparkConnect.Protos;

namespace DataPlatform.Engines.SparkConnect.Conversion;

/// <summary>Data types to and from the messages of Spark Connect, nullability and metadata of parts included.</summary>
internal static class TypeConverter
{
    public static Proto.DataType ToProto(DataType type) => type switch
    {
        NullType => new() { Null = new() },
        BooleanType => new() { Boolean = new() },
        ByteType => new() { Byte = new() },
        ShortType => new() { Short = new() },
        IntegerType => new() { Integer = new() },
        LongType => new() { Long = new() },
        FloatType => new() { Float = new() },
        DoubleType => new() { Double = new() },
        DecimalType number => new() { Decimal = new() { Precision = number.Precision, Scale = number.Scale } },
        // An empty collation is that of the session, UTF8_BINARY unless set; older servers know no other.
        StringType => new() { String = new() },
        CharType text => new() { Char = new() { Length = text.Length } },
        VarcharType text => new() { VarChar = new() { Length = text.Length } },
        BinaryType => new() { Binary = new() },
        DateType => new() { Date = new() },
        TimestampType => new() { Timestamp = new() },
        TimestampNTZType => new() { TimestampNtz = new() },
        TimeType time => new() { Time = new() { Precision = time.Precision } },
        CalendarIntervalType => new() { CalendarInterval = new() },
        YearMonthIntervalType interval => new() { YearMonthInterval = new() { StartField = interval.StartField, EndField = interval.EndField } },
        DayTimeIntervalType interval => new() { DayTimeInterval = new() { StartField = interval.StartField, EndField = interval.EndField } },
        VariantType => new() { Variant = new() },
        ArrayType array => new() { Array = ToProto(array) },
        MapType map => new() { Map = ToProto(map) },
        StructType structure => new() { Struct = ToProto(structure) },
        _ => throw SparkConnectErrors.UnsupportedInPlan($"the type {type.Sql}", "Cast the column to another type."),
    };

    public static DataType FromProto(Proto.DataType type) => type.KindCase switch
    {
        Proto.DataType.KindOneofCase.Null => new NullType(),
        Proto.DataType.KindOneofCase.Boolean => new BooleanType(),
        Proto.DataType.KindOneofCase.Byte => new ByteType(),
        Proto.DataType.KindOneofCase.Short => new ShortType(),
        Proto.DataType.KindOneofCase.Integer => new IntegerType(),
        Proto.DataType.KindOneofCase.Long => new LongType(),
        Proto.DataType.KindOneofCase.Float => new FloatType(),
        Proto.DataType.KindOneofCase.Double => new DoubleType(),
        Proto.DataType.KindOneofCase.Decimal => FromProto(type.Decimal),
        Proto.DataType.KindOneofCase.String => new StringType(),
        Proto.DataType.KindOneofCase.Char => new CharType(type.Char.Length),
        Proto.DataType.KindOneofCase.VarChar => new VarcharType(type.VarChar.Length),
        Proto.DataType.KindOneofCase.Binary => new BinaryType(),
        Proto.DataType.KindOneofCase.Date => new DateType(),
        Proto.DataType.KindOneofCase.Timestamp => new TimestampType(),
        Proto.DataType.KindOneofCase.TimestampNtz => new TimestampNTZType(),
        Proto.DataType.KindOneofCase.Time => type.Time.HasPrecision ? new TimeType(type.Time.Precision) : new TimeType(),
        Proto.DataType.KindOneofCase.CalendarInterval => new CalendarIntervalType(),
        Proto.DataType.KindOneofCase.YearMonthInterval => FromProto(type.YearMonthInterval),
        Proto.DataType.KindOneofCase.DayTimeInterval => FromProto(type.DayTimeInterval),
        Proto.DataType.KindOneofCase.Variant => new VariantType(),
        Proto.DataType.KindOneofCase.Array => new ArrayType(FromProto(type.Array.ElementType), type.Array.ContainsNull),
        Proto.DataType.KindOneofCase.Map => new MapType(FromProto(type.Map.KeyType), FromProto(type.Map.ValueType), type.Map.ValueContainsNull),
        Proto.DataType.KindOneofCase.Struct => FromProto(type.Struct),
        // A user-defined type is what its values are made of.
        Proto.DataType.KindOneofCase.Udt when type.Udt.SqlType is { } values => FromProto(values),
        Proto.DataType.KindOneofCase.Unparsed => DataType.FromDdl(type.Unparsed.DataTypeString),
        _ => throw SparkConnectErrors.UnsupportedServerType(type.KindCase.ToString().ToUpperInvariant()),
    };

    private static Proto.DataType.Types.Array ToProto(ArrayType array) => new() { ElementType = ToProto(array.ElementType), ContainsNull = array.ContainsNull };

    private static Proto.DataType.Types.Map ToProto(MapType map) =>
        new() { KeyType = ToProto(map.KeyType), ValueType = ToProto(map.ValueType), ValueContainsNull = map.ValueContainsNull };

    private static Proto.DataType.Types.Struct ToProto(StructType structure) => new() { Fields = { structure.Fields.Select(ToProto) } };

    private static Proto.DataType.Types.StructField ToProto(StructField field)
    {
        var message = new Proto.DataType.Types.StructField { Name = field.Name, DataType = ToProto(field.DataType), Nullable = field.IsNullable };
        if (field.Metadata is { } metadata)
        {
            message.Metadata = metadata.ToString(Formatting.None);
        }

        return message;
    }

    private static DecimalType FromProto(Proto.DataType.Types.Decimal number) =>
        new(number.HasPrecision ? number.Precision : 10, number.HasScale ? number.Scale : 0);

    private static YearMonthIntervalType FromProto(Proto.DataType.Types.YearMonthInterval interval) => new(
        (byte)(interval.HasStartField ? interval.StartField : 0),
        (byte)(interval.HasEndField ? interval.EndField : 1));

    private static DayTimeIntervalType FromProto(Proto.DataType.Types.DayTimeInterval interval) => new(
        (byte)(interval.HasStartField ? interval.StartField : 0),
        (byte)(interval.HasEndField ? interval.EndField : 3));

    private static StructType FromProto(Proto.DataType.Types.Struct structure) => new(structure.Fields.Select(field =>
        new StructField(field.Name, FromProto(field.DataType), field.Nullable, field.HasMetadata ? Metadata(field.Metadata) : null)));

    // Dates in metadata must stay the text they are.
    private static JObject? Metadata(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return json.Length == 0 ? null : JObject.Load(reader);
    }
}
