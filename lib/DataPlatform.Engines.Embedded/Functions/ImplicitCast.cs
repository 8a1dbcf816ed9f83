using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Which types a function's argument is cast to without being asked. Spark's <c>AnsiTypeCoercion.implicitCast</c>.</summary>
internal static class ImplicitCast
{
    /// <summary>The target where an argument of this type may be cast to it; null where Spark refuses.</summary>
    public static DataType? To(DataType from, DataType target) => (from, target) switch
    {
        _ when from == target => target,
        (NullType, _) => target,
        (CharType or VarcharType, StringType) => target,
        (StringType or CharType or VarcharType, AtomicType and not BinaryType) => target,
        (StringType, BinaryType) => target,
        (NumericType, NumericType) => target,
        (DateType, TimestampType or TimestampNTZType) => target,
        (TimestampType or TimestampNTZType, DateType) => target,
        (TimestampType, TimestampNTZType) or (TimestampNTZType, TimestampType) => target,
        (AtomicType and not BinaryType, StringType) => target,
        (BinaryType, StringType) => target,
        (ArrayType a, ArrayType b) => To(a.ElementType, b.ElementType) is { } element && (b.ContainsNull || !a.ContainsNull)
            ? new ArrayType(element, b.ContainsNull)
            : null,
        _ => null,
    };

    /// <summary>A number as it is, text and null as double; null where it is neither.</summary>
    public static DataType? ToNumeric(DataType type) => type switch
    {
        NumericType => type,
        StringType or CharType or VarcharType or NullType => new DoubleType(),
        _ => null,
    };
}
