using System.Collections;
using System.Globalization;
using DataPlatform.Plans;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>Constants as Spark writes them in the names of columns: bare where they stand alone, as SQL inside arrays, maps and structs.</summary>
internal static class LiteralNames
{
    public static string Of(Literal literal) => (literal.Value, literal.Type) switch
    {
        (null, _) => "NULL",
        (bool b, _) => b ? "true" : "false",
        (string text, _) => text,
        (Date date, _) => $"DATE '{date}'",
        (TimeSpan span, DayTimeIntervalType type) => Natives.IntervalTextNatives.WriteMicros(span.Ticks / TimeSpan.TicksPerMicrosecond, type.StartField, type.EndField),
        (Timestamp timestamp, _) => $"TIMESTAMP '{timestamp.ToString().TrimEnd('Z').TrimEnd('0').TrimEnd('.')}'",
        (DateTime moment, TimestampNTZType) => $"TIMESTAMP_NTZ '{moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture)}'",
        (double d, _) => Natives.JavaText.Of(d),
        (float f, _) => Natives.JavaText.Of(f),
        (byte[] bytes, _) => $"X'{Convert.ToHexString(bytes)}'",
        (object?[] items, ArrayType array) => $"ARRAY({string.Join(", ", items.Select(item => Inside(item, array.ElementType)))})",
        (IDictionary entries, MapType map) =>
            $"MAP({string.Join(", ", ClrValues.EntriesOf(entries).Select(e => $"{Inside(e.Key, map.KeyType)}, {Inside(e.Value, map.ValueType)}"))})",
        (Row row, StructType structure) => $"NAMED_STRUCT({string.Join(", ", structure.Fields.Select((f, i) => $"'{f.Name}', {Inside(row[i], f.DataType)}"))})",
        (IFormattable value, _) => value.ToString(null, CultureInfo.InvariantCulture),
        _ => literal.Value.ToString()!,
    };

    private static string Inside(object? value, DataType type) => (value, type) switch
    {
        (null, ArrayType or MapType or StructType or NullType) => "NULL",
        (null, _) => $"CAST(NULL AS {type.Sql})",
        (string text, _) => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'",
        (sbyte, _) => $"{Of(new Literal(value, type))}Y",
        (short, _) => $"{Of(new Literal(value, type))}S",
        (long, _) => $"{Of(new Literal(value, type))}L",
        (double d, _) => double.IsFinite(d) ? $"{Natives.JavaText.Of(d)}D" : $"CAST('{Natives.JavaText.Of(d)}' AS DOUBLE)",
        (float f, _) => $"CAST('{Natives.JavaText.Of(f)}' AS FLOAT)",
        (_, DecimalType) => $"{Of(new Literal(value, type))}BD",
        _ => Of(new Literal(value, type)),
    };
}
