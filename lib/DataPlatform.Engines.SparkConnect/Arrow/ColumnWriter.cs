using Apache.Arrow;
using Apache.Arrow.Types;
using Microsoft.Spark.Sql.Types;
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
using VariantType = Microsoft.Spark.Sql.Types.VariantType;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Gathers .NET values of one Spark type into an Arrow column.</summary>
internal abstract class ColumnWriter(IArrowType type)
{
    private readonly ArrowBuffer.BitmapBuilder _validity = new();

    /// <summary>The writer for a type's values, in the layout that Spark reads.</summary>
    public static ColumnWriter For(DataType type) => type switch
    {
        NullType => new NullWriter(),
        BooleanType => new BooleanWriter(),
        ByteType => new FixedWidthWriter<sbyte, SmallIntegers>(type, default),
        ShortType => new FixedWidthWriter<short, SmallIntegers>(type, default),
        IntegerType or YearMonthIntervalType => new FixedWidthWriter<int, SmallIntegers>(type, default),
        LongType => new FixedWidthWriter<long, SmallIntegers>(type, default),
        FloatType => new FixedWidthWriter<float, Floats>(type, default),
        DoubleType => new FixedWidthWriter<double, Floats>(type, default),
        DecimalType number => new FixedWidthWriter<Int128, Decimals>(type, new Decimals(number.Scale)),
        StringType or CharType or VarcharType => new TextWriter(),
        BinaryType => new BytesWriter(),
        DateType => new FixedWidthWriter<int, Dates>(type, default),
        TimestampType => new FixedWidthWriter<long, Timestamps>(type, default),
        TimestampNTZType => new FixedWidthWriter<long, LocalTimestamps>(type, default),
        TimeType time => new FixedWidthWriter<long, Times>(type, new Times(time.Precision)),
        DayTimeIntervalType => new FixedWidthWriter<long, Durations>(type, default),
        CalendarIntervalType => new FixedWidthWriter<MonthDayNanoseconds, CalendarIntervals>(type, default),
        VariantType => new VariantWriter(),
        ArrayType array => new ListWriter(array),
        MapType map => new MapWriter(map),
        StructType structure => new StructWriter(structure),
        _ => throw SparkConnectErrors.UnsupportedArrowType(type),
    };

    /// <summary>Adds a value.</summary>
    /// <returns>About how many bytes the column grew by.</returns>
    /// <exception cref="InvalidCastException">The value is not of the .NET type that the Spark type names.</exception>
    public long Append(object? value)
    {
        _validity.Append(value is not null);
        return value is null ? AppendNothing() : AppendValue(value);
    }

    /// <summary>The column of the values so far; the writer starts anew.</summary>
    public ArrayData Build()
    {
        var (length, nulls) = (_validity.Length, _validity.UnsetBitCount);
        var validity = nulls == 0 ? ArrowBuffer.Empty : _validity.Build();
        _validity.Clear();
        return Build(type, length, nulls, validity);
    }

    /// <summary>Adds a value that is one, and tells the bytes it takes.</summary>
    protected abstract long AppendValue(object value);

    /// <summary>Adds what stands in place of a null, and tells the bytes it takes.</summary>
    protected abstract long AppendNothing();

    /// <summary>The column, and a new start.</summary>
    protected abstract ArrayData Build(IArrowType type, int length, int nulls, ArrowBuffer validity);
}
