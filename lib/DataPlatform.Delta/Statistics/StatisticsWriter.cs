using System.Buffers;
using System.Data.SqlTypes;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta;

/// <summary>Writes a file's statistics as the JSON that add actions have.</summary>
internal static class StatisticsWriter
{
    private const int MaxTextLength = 32;

    // The greatest code point: no longer text with the same beginning is above it.
    private const string TieBreaker = "\U0010FFFF";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static string Write(Metadata metadata, long numRecords, IEnumerable<ColumnStatistics> columns)
    {
        var given = new Dictionary<string, ColumnStatistics>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in columns)
        {
            given[Key(column.Column)] = column;
        }

        var minimum = new StatisticsNode();
        var maximum = new StatisticsNode();
        var nulls = new StatisticsNode();
        foreach (var (path, field) in StatisticsSchema.IndexedLeaves(metadata))
        {
            if (given.TryGetValue(Key(path), out var column))
            {
                var physical = PhysicalPath(metadata, path);
                nulls.Set(physical, new LongType(), column.NullCount);
                if (StatisticsSchema.HasBounds(field.DataType) && !column.HasNaN)
                {
                    minimum.Set(physical, field.DataType, Shorten(column.Min, lower: true));
                    maximum.Set(physical, field.DataType, Shorten(column.Max, lower: false));
                }
            }
        }

        return Json(writer =>
        {
            writer.WriteNumber("numRecords", numRecords);
            minimum.Write(writer, "minValues");
            maximum.Write(writer, "maxValues");
            nulls.Write(writer, "nullCount");
        });
    }

    /// <summary>Statistics that a checkpoint has as columns.</summary>
    public static string Write(Row statistics) => Json(writer => WriteFields(writer, statistics));

    /// <summary>A value as statistics have it; nothing where the type has no bounds or the number is none in JSON.</summary>
    public static void WriteValue(Utf8JsonWriter writer, string name, DataType type, object? value)
    {
        switch (type, value)
        {
            case (_, null):
            case (_, double.NaN or double.PositiveInfinity or double.NegativeInfinity):
            case (_, float.NaN or float.PositiveInfinity or float.NegativeInfinity):
                break;
            case (_, bool flag):
                writer.WriteBoolean(name, flag);
                break;
            case (_, sbyte or short or int or long):
                writer.WriteNumber(name, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case (_, float number):
                writer.WriteNumber(name, number);
                break;
            case (_, double number):
                writer.WriteNumber(name, number);
                break;
            case (_, decimal or SqlDecimal):
                writer.WritePropertyName(name);
                writer.WriteRawValue(PartitionValue.Format(value, type)!);
                break;
            case (_, string text):
                writer.WriteString(name, text);
                break;
            case (_, Date date):
                writer.WriteString(name, date.ToString());
                break;
            case (_, Timestamp instant):
                writer.WriteString(name, $"{Milliseconds(instant.EpochMicroseconds)}Z");
                break;
            case (_, DateTime local):
                writer.WriteString(name, Milliseconds((local.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond));
                break;
            default:
                throw new ArgumentException($"A {value.GetType().Name} is no value of {type.SimpleString} in statistics.", nameof(value));
        }
    }

    private static void WriteFields(Utf8JsonWriter writer, Row row)
    {
        for (var i = 0; i < row.Values.Length; i++)
        {
            var field = row.Schema.Fields[i];
            if (row[i] is Row inner)
            {
                writer.WriteStartObject(field.Name);
                WriteFields(writer, inner);
                writer.WriteEndObject();
            }
            else
            {
                WriteValue(writer, field.Name, field.DataType, row[i]);
            }
        }
    }

    private static string Json(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            content(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static object? Shorten(object? value, bool lower)
    {
        if (value is not string { Length: > MaxTextLength } text)
        {
            return value;
        }

        // Not between the two halves of a character.
        var length = char.IsHighSurrogate(text[MaxTextLength - 1]) ? MaxTextLength - 1 : MaxTextLength;
        if (lower)
        {
            return text[..length];
        }

        while (text.AsSpan(length).StartsWith(TieBreaker, StringComparison.Ordinal))
        {
            length += TieBreaker.Length;
        }

        return length == text.Length ? text : text[..length] + TieBreaker;
    }

    private static string Milliseconds(long micros)
    {
        var milliseconds = Math.DivRem(micros, 1000, out var rest) - (rest < 0 ? 1 : 0);
        var time = DateTime.UnixEpoch.AddTicks(checked(milliseconds * TimeSpan.TicksPerMillisecond));
        return time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);
    }

    private static ValueList<string> PhysicalPath(Metadata metadata, ValueList<string> path)
    {
        var names = new List<string>();
        DataType type = metadata.Schema;
        foreach (var name in path)
        {
            var field = ((StructType)type).Find(name)!;
            names.Add(ColumnMapping.PhysicalName(metadata, field));
            type = field.DataType;
        }

        return names.ToValueList();
    }

    private static string Key(ValueList<string> path) => string.Join('\0', path);
}
