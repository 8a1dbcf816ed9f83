using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sql;

/// <summary>The DuckDB type that holds each Spark type's values inside the engine.</summary>
internal static class DuckTypes
{
    /// <summary>The type as SQL writes it. Instants are TIMESTAMPTZ; intervals of years and months are INTEGER months, of days and time BIGINT microseconds.</summary>
    /// <exception cref="AnalysisException"><c>UNSUPPORTED_FEATURE</c>: the engine has no such type.</exception>
    public static string Of(DataType type) => type switch
    {
        BooleanType => "BOOLEAN",
        ByteType => "TINYINT",
        ShortType => "SMALLINT",
        IntegerType or YearMonthIntervalType or NullType => "INTEGER",
        LongType or DayTimeIntervalType => "BIGINT",
        FloatType => "FLOAT",
        DoubleType => "DOUBLE",
        DecimalType d => $"DECIMAL({d.Precision},{d.Scale})",
        StringType or CharType or VarcharType => "VARCHAR",
        BinaryType => "BLOB",
        DateType => "DATE",
        TimestampType => "TIMESTAMPTZ",
        TimestampNTZType => "TIMESTAMP",
        CalendarIntervalType => "INTERVAL",
        ArrayType a => $"{Of(a.ElementType)}[]",
        MapType m => $"MAP({Of(m.KeyType)}, {Of(m.ValueType)})",
        StructType { Fields.Count: > 0 } s => $"STRUCT({string.Join(", ", s.Fields.Select(f => $"{SqlText.Name(f.Name)} {Of(f.DataType)}"))})",
        _ => throw EmbeddedErrors.UnsupportedType(type),
    };

    /// <summary>How many bits an integral type's values have.</summary>
    public static int BitsOf(DataType type) => type switch
    {
        ByteType => 8,
        ShortType => 16,
        IntegerType => 32,
        _ => 64,
    };
}
