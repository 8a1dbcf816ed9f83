using Apache.Arrow;
using Apache.Arrow.Types;
using Microsoft.Spark.Sql.Types;
using ArrowTypes = Apache.Arrow.Types;
using SparkTypes = Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>How Spark's types lie in Arrow: the table that Spark itself goes by.</summary>
internal static class ArrowLayout
{
    private static readonly KeyValuePair<string, string>[] VariantMark = [new("variant", "true")];

    /// <summary>The schema of a stream with these columns.</summary>
    public static Schema SchemaOf(SparkTypes.StructType schema) => new(schema.Fields.ConvertAll(field => FieldOf(field, field.Name)), metadata: null);

    /// <summary>The Arrow type of a Spark type.</summary>
    public static IArrowType TypeOf(DataType type) => type switch
    {
        SparkTypes.NullType => ArrowTypes.NullType.Default,
        SparkTypes.BooleanType => ArrowTypes.BooleanType.Default,
        ByteType => Int8Type.Default,
        ShortType => Int16Type.Default,
        SparkTypes.IntegerType => Int32Type.Default,
        LongType => Int64Type.Default,
        SparkTypes.FloatType => ArrowTypes.FloatType.Default,
        SparkTypes.DoubleType => ArrowTypes.DoubleType.Default,
        DecimalType number => new Decimal128Type(number.Precision, number.Scale),
        SparkTypes.StringType or CharType or VarcharType => ArrowTypes.StringType.Default,
        SparkTypes.BinaryType => ArrowTypes.BinaryType.Default,
        SparkTypes.DateType => Date32Type.Default,
        SparkTypes.TimestampType => new ArrowTypes.TimestampType(TimeUnit.Microsecond, "UTC"),
        TimestampNTZType => new ArrowTypes.TimestampType(TimeUnit.Microsecond, timezone: (string?)null),
        SparkTypes.TimeType => new Time64Type(TimeUnit.Nanosecond),
        YearMonthIntervalType => IntervalType.YearMonth,
        DayTimeIntervalType => DurationType.Microsecond,
        CalendarIntervalType => IntervalType.MonthDayNanosecond,
        SparkTypes.VariantType => new ArrowTypes.StructType(
        [
            new Field("value", ArrowTypes.BinaryType.Default, nullable: false),
            new Field("metadata", ArrowTypes.BinaryType.Default, nullable: false, VariantMark),
        ]),
        ArrayType array => new ListType(new Field("element", TypeOf(array.ElementType), array.ContainsNull)),
        SparkTypes.MapType map => new ArrowTypes.MapType(
            new Field("key", TypeOf(map.KeyType), nullable: false),
            new Field("value", TypeOf(map.ValueType), map.ValueContainsNull)),
        SparkTypes.StructType structure when structure.Fields.Count > 0 => new ArrowTypes.StructType(FieldsOf(structure)),
        _ => throw SparkConnectErrors.UnsupportedArrowType(type),
    };

    /// <summary>Refuses columns whose Arrow form cannot be read: the Arrow library has no structs without fields.</summary>
    /// <exception cref="DataPlatformException"><c>UNSUPPORTED_DATATYPE</c>.</exception>
    public static void RefuseUnsupported(SparkTypes.StructType schema)
    {
        if (schema.Fields.Exists(field => field.DataType.Contains(type => type is SparkTypes.StructType { Fields.Count: 0 })))
        {
            throw SparkConnectErrors.UnsupportedArrowType(SparkTypes.StructType.Empty);
        }
    }

    // Spark's Arrow library makes one field of those that have one name. Their names in the Spark schema beside the stream are those that count.
    private static List<Field> FieldsOf(SparkTypes.StructType structure)
    {
        var fields = structure.Fields;
        var areDistinct = fields.DistinctBy(field => field.Name, StringComparer.OrdinalIgnoreCase).Count() == fields.Count;
        return [.. fields.Select((field, i) => FieldOf(field, areDistinct ? field.Name : $"_{i}"))];
    }

    private static Field FieldOf(StructField field, string name) => new(name, TypeOf(field.DataType), field.IsNullable);
}
