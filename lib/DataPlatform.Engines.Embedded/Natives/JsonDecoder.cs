using System.Globalization;
using System.Text;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>
/// Turns JSON text into a value of a schema under Spark's rules (<c>JacksonParser</c>): what does not fit gives null at its place, in PERMISSIVE mode. The value comes back as JSON whose every leaf is a text
/// that DuckDB casts exactly.
/// </summary>
internal sealed class JsonDecoder(DataType schema, JsonOptions options, string sessionZone)
{
    private static readonly string[] NonFinite = ["NaN", "Infinity", "+Infinity", "+INF", "INF", "-Infinity", "-INF"];

    private readonly SparkTimeZone _zone = SparkTimeZone.Get(options.TimeZone ?? sessionZone);
    private bool _isBad;

    /// <summary>The value as JSON; null where there is none.</summary>
    /// <exception cref="DataPlatformException"><c>MALFORMED_RECORD_IN_PARSING.WITHOUT_SUGGESTION</c>: something does not fit, in FAILFAST mode.</exception>
    public string? Decode(string text)
    {
        if (text.AsSpan().Trim().IsEmpty)
        {
            return null;
        }

        _isBad = false;
        var value = JsonReader.TryRead(text, options.Reader);
        var decoded = value is null ? Bad() : Root(value);
        if (_isBad && options.FailsFast)
        {
            throw EmbeddedErrors.MalformedRecord(text);
        }

        if (schema is not StructType row)
        {
            return decoded;
        }

        var fields = value is JsonValue.Object map && decoded is not null ? map : new JsonValue.Object([]);
        return Struct(fields, row, _isBad ? text : null);
    }

    private string? Root(JsonValue value) => (schema, value) switch
    {
        (StructType row, JsonValue.Object map) => Struct(map, row, null),
        (StructType, _) => Bad(),
        (ArrayType { ElementType: StructType row }, JsonValue.Object map) => $"[{Struct(map, row, null)}]",
        (MapType or ArrayType, JsonValue.Word { Name: "null" }) => null,
        _ => Value(value, schema),
    };

    private string? Bad()
    {
        _isBad = true;
        return null;
    }

    private string? Value(JsonValue value, DataType type) => (type, value) switch
    {
        (_, JsonValue.Word { Name: "null" }) => null,
        (StructType row, JsonValue.Object map) => Struct(map, row, null),
        (ArrayType array, JsonValue.Array items) => Array(items, array),
        (MapType map, JsonValue.Object entries) => Map(entries, map),
        (StructType or ArrayType or MapType, _) => Bad(),
        _ => Leaf(value, type) is { } leaf ? JsonText.Quote(leaf) : Bad(),
    };

    private string Struct(JsonValue.Object map, StructType row, string? corrupt)
    {
        var output = new StringBuilder("{");
        foreach (var field in row.Fields)
        {
            output.Append(output.Length > 1 ? "," : "").Append(JsonText.Quote(field.Name)).Append(':');
            var isCorruptColumn = field.Name == options.CorruptRecordColumn && ReferenceEquals(row, schema);
            var value = Last(map, field.Name);
            output.Append(isCorruptColumn
                ? corrupt is null ? "null" : JsonText.Quote(corrupt)
                : value is null ? "null" : Value(value, field.DataType) ?? "null");
        }

        return output.Append('}').ToString();
    }

    private static JsonValue? Last(JsonValue.Object map, string name)
    {
        for (var i = map.Fields.Count - 1; i >= 0; i--)
        {
            if (map.Fields[i].Key == name)
            {
                return map.Fields[i].Value;
            }
        }

        return null;
    }

    // One item that is none spoils the array; a struct inside only loses its field.
    private string? Array(JsonValue.Array items, ArrayType type)
    {
        var decoded = new List<string>(items.Items.Count);
        foreach (var item in items.Items)
        {
            var value = Value(item, type.ElementType);
            if (value is null && item is not JsonValue.Word { Name: "null" })
            {
                return null;
            }

            decoded.Add(value ?? "null");
        }

        return $"[{string.Join(",", decoded)}]";
    }

    private string? Map(JsonValue.Object entries, MapType type)
    {
        var decoded = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, item) in entries.Fields)
        {
            var value = Value(item, type.ValueType);
            if (value is null && item is not JsonValue.Word { Name: "null" })
            {
                return null;
            }

            decoded[key] = value ?? "null";
        }

        return $"{{{string.Join(",", decoded.Select(entry => $"{JsonText.Quote(entry.Key)}:{entry.Value}"))}}}";
    }

    private string? Leaf(JsonValue value, DataType type) => (type, value) switch
    {
        (StringType or CharType or VarcharType, _) => JsonText.AsColumn(value),
        (BooleanType, JsonValue.Word { Name: "true" or "false" } word) => word.Name,
        (IntegralType whole, JsonValue.Number { IsWhole: true } number) => Whole(number.Literal, whole),
        (FloatType or DoubleType, JsonValue.Number number) => number.Literal,
        (FloatType or DoubleType, JsonValue.Word { Name: not ("true" or "false") } word) => Infinite(word.Name),
        (FloatType or DoubleType, JsonValue.Text text) when NonFinite.Contains(text.Value) => Infinite(text.Value),
        (DecimalType exact, JsonValue.Number number) => Exact(number.Literal, exact),
        (DecimalType exact, JsonValue.Text text) => Exact(text.Value, exact),
        (DateType, JsonValue.Text text) => Day(text.Value) is { } day ? CivilDate.FromEpochDay(day).ToString() : null,
        (TimestampType, JsonValue.Text text) => Instant(text.Value) is { } instant ? Time(instant) + "+00" : null,
        (TimestampType, JsonValue.Number { IsWhole: true } number) when long.TryParse(number.Literal, CultureInfo.InvariantCulture, out var seconds) =>
            Time(seconds * 1_000_000) + "+00",
        (TimestampNTZType, JsonValue.Text text) => Local(text.Value) is { } local ? Time(local) : null,
        (BinaryType, JsonValue.Text text) => Bytes(text.Value),
        _ => null,
    };

    private static string? Whole(string literal, IntegralType type) =>
        long.TryParse(literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && type switch
        {
            ByteType => value is >= sbyte.MinValue and <= sbyte.MaxValue,
            ShortType => value is >= short.MinValue and <= short.MaxValue,
            IntegerType => value is >= int.MinValue and <= int.MaxValue,
            _ => true,
        }
            ? literal
            : null;

    private static string Infinite(string name) => name switch
    {
        "NaN" => "NaN",
        ['-', ..] => "-Infinity",
        _ => "Infinity",
    };

    private static string? Exact(string text, DecimalType type) =>
        JavaDecimal.TryParse(Encoding.UTF8.GetBytes(text), out var value) ? value.ToPrecision(type.Precision, type.Scale) : null;

    private long? Day(string text) => options.DateFormat is { } pattern
        ? DatePattern.ForParsing(pattern).ParseLocal(text) is { } local ? (long)Math.Floor(local / 86_400_000_000m) : null
        : DateText.Date(Encoding.UTF8.GetBytes(text));

    private long? Instant(string text) => options.TimestampFormat is { } pattern
        ? DatePattern.ForParsing(pattern).ParseInstant(text, _zone)
        : DateText.Timestamp(Encoding.UTF8.GetBytes(text), _zone);

    private long? Local(string text) => options.TimestampNtzFormat is { } pattern
        ? DatePattern.ForParsing(pattern).ParseLocal(text)
        : DateText.LocalTimestamp(Encoding.UTF8.GetBytes(text));

    private static string Time(long micros) => JavaText.OfTimestamp(micros);

    // Written as DuckDB reads bytes out of text.
    private static string? Bytes(string text)
    {
        try
        {
            return string.Concat(Convert.FromBase64String(text).Select(b => $"\\x{b:X2}"));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
