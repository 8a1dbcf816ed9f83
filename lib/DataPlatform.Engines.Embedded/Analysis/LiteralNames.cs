using System.Collections;
using System.Globalization;
using DataPlatform.Engines.Embedded.Natives;
using DataPlatform.Plans;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>Constants as Spark writes them in the names of columns: bare where they stand alone, as SQL inside arrays, maps and structs.</summary>
internal static class LiteralNames
{
    /// <param name="literal">The constant.</param>
    /// <param name="timeZone">The time zone that instants are shown in; null: UTC.</param>
    public static string Of(Literal literal, SparkTimeZone? timeZone) => (literal.Value, literal.Type) switch
    {
        (null, _) => "NULL",
        (bool b, _) => b ? "true" : "false",
        (string text, _) => text,
        (Date date, _) => $"DATE '{date}'",
        (TimeSpan span, DayTimeIntervalType type) => IntervalTextNatives.WriteMicros(span.Ticks / TimeSpan.TicksPerMicrosecond, type.StartField, type.EndField),
        (int months, YearMonthIntervalType type) => IntervalTextNatives.WriteMonths(months, type.StartField, type.EndField),
        (Timestamp timestamp, _) => OfLocal(literal.Type, timeZone is null ? timestamp.EpochMicroseconds : timeZone.ToLocal(timestamp.EpochMicroseconds)),
        (DateTime moment, TimestampNTZType) => $"TIMESTAMP_NTZ '{moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture)}'",
        (double d, _) => JavaText.Of(d),
        (float f, _) => JavaText.Of(f),
        (byte[] bytes, _) => $"X'{Convert.ToHexString(bytes)}'",
        (object?[] items, ArrayType array) => $"ARRAY({string.Join(", ", items.Select(item => Inside(item, array.ElementType, timeZone)))})",
        (IDictionary entries, MapType map) =>
            $"MAP({string.Join(", ", ClrValues.EntriesOf(entries).Select(e => $"{Inside(e.Key, map.KeyType, timeZone)}, {Inside(e.Value, map.ValueType, timeZone)}"))})",
        (Row row, StructType structure) => $"NAMED_STRUCT({string.Join(", ", structure.Fields.Select((f, i) => $"'{f.Name}', {Inside(row[i], f.DataType, timeZone)}"))})",
        (IFormattable value, _) => value.ToString(null, CultureInfo.InvariantCulture),
        _ => literal.Value.ToString()!,
    };

    /// <summary>A constant of a type of timestamps, by the microseconds since 1970-01-01 of its time of day where it is shown.</summary>
    public static string OfLocal(DataType type, long micros) => $"{type.Sql} '{Timestamp.FromEpochMicroseconds(micros).ToString().TrimEnd('Z').TrimEnd('0').TrimEnd('.')}'";

    private static string Inside(object? value, DataType type, SparkTimeZone? timeZone) => (value, type) switch
    {
        (null, ArrayType or MapType or StructType or NullType) => "NULL",
        (null, _) => $"CAST(NULL AS {type.Sql})",
        (string text, _) => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'",
        (sbyte, _) => $"{Of(new Literal(value, type), timeZone)}Y",
        (short, _) => $"{Of(new Literal(value, type), timeZone)}S",
        (long, _) => $"{Of(new Literal(value, type), timeZone)}L",
        (double d, _) => double.IsFinite(d) ? $"{JavaText.Of(d)}D" : $"CAST('{JavaText.Of(d)}' AS DOUBLE)",
        (float f, _) => $"CAST('{JavaText.Of(f)}' AS FLOAT)",
        (_, DecimalType) => $"{Of(new Literal(value, type), timeZone)}BD",
        _ => Of(new Literal(value, type), timeZone),
    };
}
