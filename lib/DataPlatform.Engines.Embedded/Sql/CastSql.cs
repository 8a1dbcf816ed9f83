using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sql;

/// <summary>Casts as DuckDB SQL, with Spark's results and errors.</summary>
/// <remarks>
/// DuckDB casts where it does what Spark does; its messages on values that do not fit are known to the error mapper. Text is parsed and written by functions of
/// ours: DuckDB takes and gives other forms.
/// </remarks>
internal static partial class CastSql
{
    /// <summary>The SQL of a cast that <see cref="Functions.CastRules"/> allows.</summary>
    /// <param name="value">The value's SQL.</param>
    /// <param name="from">Its type.</param>
    /// <param name="to">The type wanted.</param>
    /// <param name="isTry">Whether a value that does not fit gives null in place of an error.</param>
    /// <param name="timeZone">The session time zone's name.</param>
    public static string Write(string value, DataType from, DataType to, bool isTry, string timeZone) =>
        new Cast(isTry, timeZone, Depth: 0).Write(value, from, to);

    /// <summary>A cast in the making. <paramref name="Depth"/> numbers the variables of lambdas inside lambdas.</summary>
    private readonly partial record struct Cast(bool IsTry, string TimeZone, int Depth)
    {
        private string Duck => IsTry ? "TRY_CAST" : "CAST";

        private string TimeZoneLiteral => SqlText.Quote(TimeZone);

        public string Write(string value, DataType from, DataType to) => (from, to) switch
        {
            _ when from == to => value,
            (NullType, _) => $"CAST({value} AS {DuckTypes.Of(to)})",
            (CharType or VarcharType, _) => Write(value, new StringType(), to),
            (_, CharType or VarcharType) => Write(value, from, new StringType()),
            (StringType, _) => FromText(value, to),
            (_, StringType) => ToText(value, from),
            (BooleanType, DecimalType) => Write($"CAST({value} AS INTEGER)", new IntegerType(), to),
            (BooleanType, _) => $"CAST({value} AS {DuckTypes.Of(to)})",
            (NumericType, BooleanType) => $"({value} <> 0)",
            (NumericType number, NumericType target) => Number(value, number, target),
            (NumericType number, TimestampType) => NumberAsInstant(value, number),
            (TimestampType, NumericType target) => InstantAsNumber(value, target),
            (DateType, TimestampNTZType) => $"CAST({value} AS TIMESTAMP)",
            (DateType, TimestampType) => InstantSql.FromLocalMicros($"epoch_us(CAST({value} AS TIMESTAMP))", TimeZone),
            (TimestampNTZType, TimestampType) => InstantSql.FromLocalMicros(InstantSql.Micros(value), TimeZone),
            (TimestampType, TimestampNTZType) => InstantSql.Local(value, TimeZone),
            (TimestampType, DateType) => $"CAST({InstantSql.Local(value, TimeZone)} AS DATE)",
            (TimestampNTZType, DateType) => $"CAST({value} AS DATE)",
            (YearMonthIntervalType, YearMonthIntervalType { EndField: 0 }) => $"({value} // 12 * 12)",
            (YearMonthIntervalType, YearMonthIntervalType) => value,
            (DayTimeIntervalType, DayTimeIntervalType target) => Truncate(value, UnitOf(target.EndField)),
            (ArrayType a, ArrayType b) => Array(value, a, b),
            (MapType a, MapType b) => Map(value, a, b),
            (StructType a, StructType b) => Struct(value, a, b),
            _ => throw EmbeddedErrors.UnsupportedFeature($"a cast of {from.Sql} to {to.Sql}", "Run the job on Spark."),
        };

        private string Number(string value, NumericType from, NumericType to) => (from, to) switch
        {
            (DoubleType, FloatType) => $"spark_float({value})",
            (FloatType or DoubleType, LongType) => $"spark_{(IsTry ? "try_" : "")}long(CAST({value} AS DOUBLE))",
            (FractionalType, IntegralType) => $"{Duck}(trunc({value}) AS {DuckTypes.Of(to)})",

            // The shortest decimal digits of a double count, not its binary value: 1.005 becomes 1.01.
            (FloatType, DecimalType) => Number($"CAST({value} AS DOUBLE)", new DoubleType(), to),
            (DoubleType, DecimalType d) => DecimalReading.Of($"spark_{Try}double_decimal({value}, {d.Precision}, {d.Scale})", d),
            _ => $"{Duck}({value} AS {DuckTypes.Of(to)})",
        };

        private string NumberAsInstant(string value, NumericType from) => from switch
        {
            LongType => $"make_timestamptz(spark_seconds_long({value}))",
            IntegralType => $"make_timestamptz(CAST({value} AS BIGINT) * 1000000)",
            DecimalType => $"make_timestamptz({Duck}(trunc(CAST({value} AS DECIMAL(38,9)) * 1000000) AS BIGINT))",
            _ => $"make_timestamptz(spark_{(IsTry ? "try_" : "")}seconds_micros(CAST({value} AS DOUBLE)))",
        };

        private string InstantAsNumber(string value, NumericType to) => to switch
        {
            // To the second below, also before 1970.
            IntegralType => $"{Duck}(epoch_us(date_trunc('second', make_timestamp(epoch_us({value})))) // 1000000 AS {DuckTypes.Of(to)})",
            DoubleType => $"(CAST(epoch_us({value}) AS DOUBLE) / 1e6)",
            _ => Number($"(CAST(epoch_us({value}) AS DOUBLE) / 1e6)", new DoubleType(), to),
        };

        private static string Truncate(string value, long unit) => unit == 1 ? value : $"({value} // {unit} * {unit})";

        private static long UnitOf(int field) => field switch
        {
            0 => 86_400_000_000,
            1 => 3_600_000_000,
            2 => 60_000_000,
            _ => 1,
        };
    }
}
