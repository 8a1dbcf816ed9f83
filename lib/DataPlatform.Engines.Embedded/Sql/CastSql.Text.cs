using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sql;

/// <content>Casts from and to text.</content>
internal static partial class CastSql
{
    private readonly partial record struct Cast
    {
        private string Try => IsTry ? "try_" : "";

        private string FromText(string value, DataType to) => to switch
        {
            BinaryType => $"encode({value})",
            BooleanType => $"spark_{Try}text_boolean({value})",
            ByteType => $"spark_{Try}text_byte({value})",
            ShortType => $"spark_{Try}text_short({value})",
            IntegerType => $"spark_{Try}text_int({value})",
            LongType => $"spark_{Try}text_long({value})",
            FloatType => $"spark_{Try}text_float({value})",
            DoubleType => $"spark_{Try}text_double({value})",
            DecimalType d => DecimalReading.Of($"spark_{Try}text_decimal({value}, {d.Precision}, {d.Scale})", d),
            DateType => SpecialDate(value) ?? $"(DATE '1970-01-01' + spark_{Try}text_date({value}))",
            TimestampType => SpecialInstant(value) ?? $"make_timestamptz(spark_{Try}text_timestamp({value}, {TimeZoneLiteral}))",
            TimestampNTZType => SpecialLocal(value) ?? $"make_timestamp(spark_{Try}text_timestamp_ntz({value}))",
            YearMonthIntervalType i => $"spark_{Try}text_months({value}, {i.StartField}, {i.EndField})",
            DayTimeIntervalType i => $"spark_{Try}text_micros({value}, {i.StartField}, {i.EndField})",
            _ => throw EmbeddedErrors.UnsupportedFeature($"a cast of text to {to.Sql}", "Run the job on Spark."),
        };

        private string ToText(string value, DataType from) => from switch
        {
            BooleanType or IntegralType => $"CAST({value} AS VARCHAR)",
            DecimalType d => DecimalText(value, d),
            FloatType => $"spark_float_text({value})",
            DoubleType => $"spark_double_text({value})",
            BinaryType => $"spark_binary_text({value})",
            DateType => $"spark_date_text({value} - DATE '1970-01-01')",
            TimestampType => $"spark_timestamp_text({InstantSql.LocalMicros(value, TimeZone)})",
            TimestampNTZType => $"spark_timestamp_text(epoch_us({value}))",
            YearMonthIntervalType i => $"spark_months_text({value}, {i.StartField}, {i.EndField})",
            DayTimeIntervalType i => $"spark_micros_text({value}, {i.StartField}, {i.EndField})",
            ArrayType a => ArrayText(value, a),
            MapType m => MapText(value, m),
            StructType s => StructText(value, s),
            _ => throw EmbeddedErrors.UnsupportedFeature($"a cast of {from.Sql} to text", "Run the job on Spark."),
        };

        // DuckDB leaves out the zero before the point where the type has no digits there.
        private static string DecimalText(string value, DecimalType type) => type switch
        {
            _ when type.Scale < type.Precision => $"CAST({value} AS VARCHAR)",
            { Precision: < DecimalType.MaxPrecision } => $"CAST(CAST({value} AS DECIMAL({type.Precision + 1},{type.Scale})) AS VARCHAR)",
            _ => $"regexp_replace(CAST({value} AS VARCHAR), '^(-?)[.]', '\\10.')",
        };

        // The words for special days count in constants only, as in Spark.
        private string? SpecialDate(string value) => SpecialWord(value) switch
        {
            "epoch" => "DATE '1970-01-01'",
            "now" or "today" => $"CAST({InstantSql.Local("now()", TimeZone)} AS DATE)",
            "yesterday" => $"(CAST({InstantSql.Local("now()", TimeZone)} AS DATE) - 1)",
            "tomorrow" => $"(CAST({InstantSql.Local("now()", TimeZone)} AS DATE) + 1)",
            _ => null,
        };

        private string? SpecialInstant(string value) => SpecialWord(value) switch
        {
            "epoch" => "make_timestamptz(0::BIGINT)",
            "now" => "now()",
            null => null,
            _ => Write(SpecialDate(value)!, new DateType(), new TimestampType()),
        };

        private string? SpecialLocal(string value) => SpecialWord(value) switch
        {
            "epoch" => "TIMESTAMP '1970-01-01 00:00:00'",
            "now" => InstantSql.Local("now()", TimeZone),
            null => null,
            _ => $"CAST({SpecialDate(value)!} AS TIMESTAMP)",
        };

        private static string? SpecialWord(string value)
        {
            if (value.Length > 20 || !value.StartsWith('\'') || !value.EndsWith('\''))
            {
                return null;
            }

            var word = value[1..^1].Trim();
            return new[] { "epoch", "now", "today", "yesterday", "tomorrow" }.FirstOrDefault(w => w.Equals(word, StringComparison.OrdinalIgnoreCase));
        }
    }
}
