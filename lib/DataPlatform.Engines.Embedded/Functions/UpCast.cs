using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Which casts lose nothing. Spark's <c>Cast.canUpCast</c>.</summary>
internal static class UpCast
{
    /// <summary>Whether every value of one type has its like in another.</summary>
    public static bool IsAllowed(DataType from, DataType to) => (from, to) switch
    {
        _ when from == to => true,
        (NullType, _) => true,
        (ArrayType a, ArrayType b) => Fits(a.ElementType, a.ContainsNull, b.ElementType, b.ContainsNull),
        (MapType a, MapType b) => IsAllowed(a.KeyType, b.KeyType) && Fits(a.ValueType, a.ValueContainsNull, b.ValueType, b.ValueContainsNull),
        (StructType a, StructType b) => a.Fields.Count == b.Fields.Count &&
            a.Fields.Zip(b.Fields).All(pair => Fits(pair.First.DataType, pair.First.IsNullable, pair.Second.DataType, pair.Second.IsNullable)),
        (ArrayType or MapType or StructType, _) => false,
        (DecimalType { Scale: 0 } a, IntegralType b) => a.Precision < TypeCoercion.DecimalFor(b).Precision,
        (DecimalType, not DecimalType and NumericType) or (FloatType or DoubleType, DecimalType) => false,
        (NumericType a, NumericType b) => TypeCoercion.Precedes(a, b),
        (DateType or TimestampNTZType, TimestampType) or (DateType or TimestampType, TimestampNTZType) => true,
        (TimestampType, LongType) or (LongType, TimestampType) => true,
        (YearMonthIntervalType, YearMonthIntervalType) or (DayTimeIntervalType, DayTimeIntervalType) => true,
        (_, StringType) => true,
        _ => false,
    };

    private static bool Fits(DataType from, bool fromHasNulls, DataType to, bool toHasNulls) => (toHasNulls || !fromHasNulls) && IsAllowed(from, to);
}
