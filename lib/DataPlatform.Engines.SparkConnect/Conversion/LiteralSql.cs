using System.Collections;
using System.Globalization;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.SparkConnect.Conversion;

/// <summary>Constants as Spark SQL text, exactly of their type.</summary>
internal static class LiteralSql
{
    public static string Of(object? value, DataType type) => (type, value) switch
    {
        (NullType, null) => "NULL",
        (_, null) => $"CAST(NULL AS {type.Sql})",
        (BooleanType, bool flag) => flag ? "true" : "false",
        (ByteType, sbyte number) => $"{Invariant(number)}Y",
        (ShortType, short number) => $"{Invariant(number)}S",
        (IntegerType, int number) => Invariant(number),
        (LongType, long number) => $"{Invariant(number)}L",
        (FloatType, float number) => float.IsFinite(number) ? $"{JavaNumber.Of(number)}F" : Cast(Text(JavaNumber.Of(number)), type),
        (DoubleType, double number) => double.IsFinite(number) ? $"{JavaNumber.Of(number)}D" : Cast(Text(JavaNumber.Of(number)), type),
        (DecimalType, IFormattable or System.Data.SqlTypes.SqlDecimal) => Cast(Text(Invariant(value)), type),
        (StringType, string text) => Text(text),
        (CharType or VarcharType, string text) => Text(text),
        (BinaryType, byte[] bytes) => $"X'{Convert.ToHexString(bytes)}'",
        (DateType, Date date) => $"DATE'{date}'",
        (TimestampType, Timestamp instant) => $"TIMESTAMP'{instant}'",
        (TimestampNTZType, DateTime moment) => $"TIMESTAMP_NTZ'{moment.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)}'",
        (TimeType, TimeOnly moment) => Cast(Text(moment.ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture)), type),
        (CalendarIntervalType, CalendarInterval span) => $"CAST({Text(span.ToString())} AS INTERVAL)",
        (YearMonthIntervalType, int months) => Cast($"INTERVAL '{Invariant(months)}' MONTH", type),
        (DayTimeIntervalType, TimeSpan span) => Cast($"INTERVAL '{Seconds(span)}' SECOND", type),
        (ArrayType array, object?[] items) => Cast($"array({string.Join(", ", items.Select(item => Of(item, array.ElementType)))})", type),
        (MapType map, IDictionary entries) => Cast($"map({string.Join(", ", ClrValues.EntriesOf(entries).Select(entry => $"{Of(entry.Key, map.KeyType)}, {Of(entry.Value, map.ValueType)}"))})", type),
        (StructType structure, Row row) => Cast($"named_struct({string.Join(", ", structure.Fields.Select((field, i) => $"{Text(field.Name)}, {Of(row[i], field.DataType)}"))})", type),
        _ => throw SparkConnectErrors.UnsupportedLiteral(type.Sql),
    };

    private static string Cast(string text, DataType type) => $"CAST({text} AS {type.Sql})";

    private static string Text(string text) =>
        $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";

    private static string Seconds(TimeSpan span)
    {
        var microseconds = span.Ticks / TimeSpan.TicksPerMicrosecond;
        var (seconds, rest) = Math.DivRem(Math.Abs(microseconds), 1_000_000);
        return $"{(microseconds < 0 ? "-" : "")}{Invariant(seconds)}.{rest.ToString("D6", CultureInfo.InvariantCulture)}";
    }

    private static string Invariant(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
