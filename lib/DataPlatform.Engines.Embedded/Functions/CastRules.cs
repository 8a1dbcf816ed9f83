using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Which casts Spark allows under ANSI rules, and which may give null. Spark's <c>Cast.canAnsiCast</c> and <c>Cast.forceNullable</c>.</summary>
internal static class CastRules
{
    private static readonly DecimalType BooleanDecimal = new(1);

    /// <summary>Whether a value of one type may be cast to another.</summary>
    public static bool CanCast(DataType from, DataType to) => (from, to) switch
    {
        _ when from == to => true,
        (NullType, _) => true,
        (_, NullType) => false,
        (_, StringType or CharType or VarcharType) => true,
        (StringType or CharType or VarcharType, BinaryType or BooleanType or TimestampType or TimestampNTZType or DateType or NumericType) => true,
        (StringType, CalendarIntervalType or YearMonthIntervalType or DayTimeIntervalType) => true,
        (NumericType, BooleanType or TimestampType or NumericType) => true,
        (BooleanType, NumericType) => true,
        (DateType, TimestampType or TimestampNTZType) => true,
        (TimestampType, DateType or TimestampNTZType or NumericType) => true,
        (TimestampNTZType, DateType or TimestampType) => true,
        (YearMonthIntervalType or DayTimeIntervalType, IntegralType or DecimalType) => true,
        (IntegralType or DecimalType, YearMonthIntervalType or DayTimeIntervalType) => true,
        (YearMonthIntervalType, YearMonthIntervalType) or (DayTimeIntervalType, DayTimeIntervalType) => true,
        (ArrayType a, ArrayType b) => CanHold(a.ElementType, a.ContainsNull, b.ElementType, b.ContainsNull),
        (MapType a, MapType b) => CanHold(a.KeyType, false, b.KeyType, false)
            && CanHold(a.ValueType, a.ValueContainsNull, b.ValueType, b.ValueContainsNull),
        (StructType a, StructType b) => a.Fields.Count == b.Fields.Count
            && a.Fields.Zip(b.Fields).All(f => CanHold(f.First.DataType, f.First.IsNullable, f.Second.DataType, f.Second.IsNullable)),
        _ => false,
    };

    /// <summary>Whether the result may be null although the value is not.</summary>
    public static bool ForcesNull(DataType from, DataType to, bool isTry) => ForcesNull(from, to) || (isTry && !CannotFail(from, to));

    private static bool ForcesNull(DataType from, DataType to) => (from, to) switch
    {
        (NullType, _) => false,
        _ when from == to => false,
        (StringType or CharType or VarcharType, StringType or CharType or VarcharType or BinaryType) => false,
        (StringType or CharType or VarcharType, _) => true,
        (_, StringType or CharType or VarcharType) => false,
        (TimestampType, ByteType or ShortType or IntegerType) => true,
        (FloatType or DoubleType, TimestampType) => true,
        (TimestampType, DateType) => false,
        (_, DateType) => true,
        (DateType, TimestampType) => false,
        (DateType, _) => true,
        (_, CalendarIntervalType) => true,
        (_, DecimalType decimalType) => !HoldsAll(decimalType, from),
        (FractionalType, IntegralType) => true,
        _ => false,
    };

    private static bool HoldsAll(DecimalType to, DataType from) => from switch
    {
        BooleanType => TypeCoercion.Precedes(BooleanDecimal, to),
        DecimalType d => TypeCoercion.Precedes(d, to) || to.Precision - to.Scale > d.Precision - d.Scale,
        IntegralType i => TypeCoercion.Precedes(i, to),
        _ => false,
    };

    private static bool CannotFail(DataType from, DataType to) => (from, to) switch
    {
        _ when from == to => true,
        (NullType, _) => true,
        (AtomicType, StringType) => true,
        (NumericType a, NumericType b) => TypeCoercion.Precedes(a, b),
        (DateType, TimestampType or TimestampNTZType) => true,
        (TimestampType, TimestampNTZType) or (TimestampNTZType, TimestampType) => true,
        _ => false,
    };

    private static bool CanHold(DataType from, bool fromNullable, DataType to, bool toNullable) =>
        CanCast(from, to) && (toNullable || !fromNullable);
}
