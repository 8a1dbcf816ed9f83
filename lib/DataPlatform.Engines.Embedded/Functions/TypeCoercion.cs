using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>The common type of several. Spark's <c>AnsiTypeCoercion</c>.</summary>
internal static class TypeCoercion
{
    /// <summary>The one type that all can be cast to; null where there is none.</summary>
    public static DataType? CommonType(IEnumerable<DataType> types) =>
        types.Aggregate((DataType?)new NullType(), (common, type) => common is null ? null : CommonType(common, type));

    /// <summary>As <see cref="CommonType(IEnumerable{DataType})"/>, but text beside anything else has none: the rows of VALUES are not read as numbers.</summary>
    public static DataType? CommonTypeOfRows(IEnumerable<DataType> types)
    {
        var given = types.Where(t => t is not NullType).ToList();
        return given.Exists(t => t is StringType) && given.Exists(t => t is not StringType) ? null : CommonType(given);
    }

    /// <summary>The one type that both can be cast to; null where there is none.</summary>
    public static DataType? CommonType(DataType left, DataType right) => (left, right) switch
    {
        _ when left == right => left,
        (NullType, _) => right,
        (_, NullType) => left,
        (CharType or VarcharType or StringType, CharType or VarcharType or StringType) => new StringType(),
        (NumericType a, NumericType b) => CommonNumeric(a, b),
        (StringType, _) => WithString(right),
        (_, StringType) => WithString(left),
        (DateType, TimestampType) or (TimestampType, DateType) => new TimestampType(),
        (DateType, TimestampNTZType) or (TimestampNTZType, DateType) => new TimestampNTZType(),
        (TimestampType, TimestampNTZType) or (TimestampNTZType, TimestampType) => new TimestampType(),
        (DayTimeIntervalType a, DayTimeIntervalType b) =>
            new DayTimeIntervalType(Math.Min(a.StartField, b.StartField), Math.Max(a.EndField, b.EndField)),
        (YearMonthIntervalType a, YearMonthIntervalType b) =>
            new YearMonthIntervalType(Math.Min(a.StartField, b.StartField), Math.Max(a.EndField, b.EndField)),
        (ArrayType a, ArrayType b) => CommonType(a.ElementType, b.ElementType) is { } element
            ? new ArrayType(element, a.ContainsNull || b.ContainsNull)
            : null,
        (MapType a, MapType b) => CommonType(a.KeyType, b.KeyType) is { } key && CommonType(a.ValueType, b.ValueType) is { } value
            ? new MapType(key, value, a.ValueContainsNull || b.ValueContainsNull)
            : null,
        (StructType a, StructType b) => CommonStruct(a, b),
        _ => null,
    };

    /// <summary>The one of two types of number that comes later in Spark's order, which knows no decimals; of other types as <see cref="CommonType(DataType, DataType)"/>. Spark's <c>findTightestCommonType</c>.</summary>
    public static DataType? Tightest(DataType left, DataType right) => (left, right) switch
    {
        (DecimalType, NumericType) or (NumericType, DecimalType) => left == right ? left : null,
        (NumericType a, NumericType b) => Rank(a) >= Rank(b) ? a : b,
        _ => CommonType(left, right),
    };

    /// <summary>Whether one type of number comes before another in Spark's order, or is it.</summary>
    public static bool Precedes(NumericType from, NumericType to) => (from, to) switch
    {
        (DecimalType a, DecimalType b) => b.Precision - b.Scale >= a.Precision - a.Scale && b.Scale >= a.Scale,
        (IntegralType a, DecimalType b) => b.Precision - b.Scale >= DecimalFor(a).Precision,
        _ => Rank(from) <= Rank(to),
    };

    /// <summary>The decimal that holds every value of a whole-number type.</summary>
    public static DecimalType DecimalFor(IntegralType type) => type switch
    {
        ByteType => new DecimalType(3),
        ShortType => new DecimalType(5),
        IntegerType => new DecimalType(10),
        _ => new DecimalType(20),
    };

    /// <summary>A decimal result cut to 38 digits: up to six digits after the point are kept. Spark's <c>DecimalType.adjustPrecisionScale</c>.</summary>
    public static DecimalType Adjusted(int precision, int scale) => precision <= DecimalType.MaxPrecision
        ? new DecimalType(precision, scale)
        : new DecimalType(DecimalType.MaxPrecision, Math.Max(DecimalType.MaxPrecision - (precision - scale), Math.Min(scale, 6)));

    private static int Rank(NumericType type) => type switch
    {
        ByteType => 0,
        ShortType => 1,
        IntegerType => 2,
        LongType => 3,
        DecimalType => 4,
        FloatType => 5,
        _ => 6,
    };

    private static NumericType CommonNumeric(NumericType left, NumericType right)
    {
        switch (left, right)
        {
            case (DecimalType a, DecimalType b):
                return Wider(a, b);
            case (DecimalType a, IntegralType b):
                return Wider(a, DecimalFor(b));
            case (IntegralType a, DecimalType b):
                return Wider(DecimalFor(a), b);
            case (DecimalType, _) or (_, DecimalType):
                return new DoubleType();
            default:
                var wider = Rank(left) >= Rank(right) ? left : right;

                // A float does not hold every whole number.
                return wider is FloatType ? new DoubleType() : wider;
        }
    }

    private static DecimalType Wider(DecimalType a, DecimalType b)
    {
        var scale = Math.Max(a.Scale, b.Scale);
        var range = Math.Max(a.Precision - a.Scale, b.Precision - b.Scale);
        return Bounded(range + scale, scale);
    }

    /// <summary>A decimal cut to 38 digits: digits after the point go first. Spark's <c>DecimalType.boundedPreferIntegralDigits</c>.</summary>
    public static DecimalType Bounded(int precision, int scale)
    {
        if (precision <= DecimalType.MaxPrecision)
        {
            return new DecimalType(precision, scale);
        }

        var excess = precision - DecimalType.MaxPrecision;
        return new DecimalType(DecimalType.MaxPrecision, Math.Max(scale - excess, 0));
    }

    private static DataType? WithString(DataType other) => other switch
    {
        IntegralType => new LongType(),
        FractionalType => new DoubleType(),
        AtomicType => other,
        _ => null,
    };

    private static StructType? CommonStruct(StructType left, StructType right)
    {
        if (left.Fields.Count != right.Fields.Count)
        {
            return null;
        }

        var fields = new List<StructField>(left.Fields.Count);
        for (var i = 0; i < left.Fields.Count; i++)
        {
            var (a, b) = (left.Fields[i], right.Fields[i]);
            if (!string.Equals(a.Name, b.Name, StringComparison.OrdinalIgnoreCase) || CommonType(a.DataType, b.DataType) is not { } type)
            {
                return null;
            }

            fields.Add(new StructField(a.Name, type, a.IsNullable || b.IsNullable, a.Metadata));
        }

        return new StructType(fields);
    }
}
