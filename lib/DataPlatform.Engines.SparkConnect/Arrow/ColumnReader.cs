using Apache.Arrow;
using Apache.Arrow.Types;
using Microsoft.Spark.Sql.Types;
using ArrowKind = Apache.Arrow.Types.ArrowTypeId;
using ArrowTimestampType = Apache.Arrow.Types.TimestampType;
using VariantType = Microsoft.Spark.Sql.Types.VariantType;
using BinaryType = Microsoft.Spark.Sql.Types.BinaryType;
using BooleanType = Microsoft.Spark.Sql.Types.BooleanType;
using DateType = Microsoft.Spark.Sql.Types.DateType;
using DoubleType = Microsoft.Spark.Sql.Types.DoubleType;
using FloatType = Microsoft.Spark.Sql.Types.FloatType;
using IntegerType = Microsoft.Spark.Sql.Types.IntegerType;
using MapType = Microsoft.Spark.Sql.Types.MapType;
using NullType = Microsoft.Spark.Sql.Types.NullType;
using StringType = Microsoft.Spark.Sql.Types.StringType;
using StructType = Microsoft.Spark.Sql.Types.StructType;
using TimestampType = Microsoft.Spark.Sql.Types.TimestampType;
using TimeType = Microsoft.Spark.Sql.Types.TimeType;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Reads the values of one Arrow column as the .NET values of a Spark type. What kind of column it is, is settled once, not for each value.</summary>
internal abstract class ColumnReader
{
    /// <summary>The reader for a type's values in the layout that Spark gives it, or in a wider one of the same meaning.</summary>
    /// <param name="type">The Spark type.</param>
    /// <param name="data">The column.</param>
    /// <param name="path">The column's name, with those of the structs around it, for errors.</param>
    public static ColumnReader For(DataType type, ArrayData data, string path) => (type, data.DataType.TypeId) switch
    {
        (NullType, ArrowKind.Null) => new NullReader(),
        (BooleanType, ArrowKind.Boolean) => new BooleanReader(data),
        (ByteType, ArrowKind.Int8) => new FixedWidthReader<sbyte, SmallIntegers>(data, default),
        (ShortType, ArrowKind.Int16) => new FixedWidthReader<short, SmallIntegers>(data, default),
        (IntegerType, ArrowKind.Int32) => new FixedWidthReader<int, SmallIntegers>(data, default),
        (LongType, ArrowKind.Int64) => new FixedWidthReader<long, SmallIntegers>(data, default),
        (FloatType, ArrowKind.Float) => new FixedWidthReader<float, Floats>(data, default),
        (DoubleType, ArrowKind.Double) => new FixedWidthReader<double, Floats>(data, default),
        (DecimalType, ArrowKind.Decimal128) => new FixedWidthReader<Int128, Decimals>(data, new Decimals(((Decimal128Type)data.DataType).Scale)),
        (StringType or CharType or VarcharType, ArrowKind.String) => new VariableWidthReader<int, Texts>(data, new Texts(new RecentTexts())),
        (StringType or CharType or VarcharType, ArrowKind.LargeString) => new VariableWidthReader<long, Texts>(data, new Texts(new RecentTexts())),
        (StringType or CharType or VarcharType, ArrowKind.StringView) => new ViewReader<Texts>(data, new Texts(new RecentTexts())),
        (BinaryType, ArrowKind.Binary) => new VariableWidthReader<int, Bytes>(data, default),
        (BinaryType, ArrowKind.LargeBinary) => new VariableWidthReader<long, Bytes>(data, default),
        (BinaryType, ArrowKind.BinaryView) => new ViewReader<Bytes>(data, default),
        (DateType, ArrowKind.Date32) => new FixedWidthReader<int, Dates>(data, default),
        (TimestampType, ArrowKind.Timestamp) when data.DataType is ArrowTimestampType { Unit: TimeUnit.Microsecond } => new FixedWidthReader<long, Timestamps>(data, default),
        (TimestampNTZType, ArrowKind.Timestamp) when data.DataType is ArrowTimestampType { Unit: TimeUnit.Microsecond } => new FixedWidthReader<long, LocalTimestamps>(data, default),
        (TimeType time, ArrowKind.Time64) when data.DataType is Time64Type { Unit: TimeUnit.Nanosecond } => new FixedWidthReader<long, Times>(data, new Times(time.Precision)),
        (YearMonthIntervalType, ArrowKind.Interval) when data.DataType is IntervalType { Unit: IntervalUnit.YearMonth } => new FixedWidthReader<int, SmallIntegers>(data, default),
        (DayTimeIntervalType, ArrowKind.Duration) when data.DataType is DurationType { Unit: TimeUnit.Microsecond } => new FixedWidthReader<long, Durations>(data, default),
        (CalendarIntervalType, ArrowKind.Interval) when data.DataType is IntervalType { Unit: IntervalUnit.MonthDayNanosecond } =>
            new FixedWidthReader<MonthDayNanoseconds, CalendarIntervals>(data, default),
        (VariantType, ArrowKind.Struct) when data.Children.Length == 2 => new VariantReader(data, path),
        (ArrayType array, ArrowKind.List) => new ListReader(data, For(array.ElementType, data.Children[0], $"{path}.element")),
        (MapType map, ArrowKind.Map) => new MapReader(
            data,
            For(map.KeyType, data.Children[0].Children[0], $"{path}.key"),
            For(map.ValueType, data.Children[0].Children[1], $"{path}.value")),
        (StructType structure, ArrowKind.Struct) when data.Children.Length == structure.Fields.Count => new StructReader(
            data,
            structure,
            [.. structure.Fields.Select((field, i) => For(field.DataType, data.Children[i], $"{path}.{field.Name}"))]),
        _ => throw SparkConnectErrors.ArrowType(path, type, data.DataType.Name),
    };

    /// <summary>Reads the values of successive rows into one place of each row.</summary>
    /// <param name="start">The first row, from 0.</param>
    /// <param name="rows">The rows to fill; their number is that of the values to read.</param>
    /// <param name="ordinal">The place.</param>
    public abstract void ReadColumn(int start, ReadOnlySpan<object?[]> rows, int ordinal);

    /// <summary>Reads successive values into successive places.</summary>
    /// <param name="start">The first value, from 0.</param>
    /// <param name="values">The places; their number is that of the values to read.</param>
    public abstract void ReadValues(int start, Span<object?> values);
}
