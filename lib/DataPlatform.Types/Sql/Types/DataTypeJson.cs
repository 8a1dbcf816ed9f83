using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DataPlatform;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Spark.Sql.Types;

/// <summary>Types to and from the JSON that Spark and Delta tables keep schemas in.</summary>
internal static class DataTypeJson
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(DataType type)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            Write(writer, type);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static DataType Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 512 });
            return Read(document.RootElement);
        }
        catch (System.Text.Json.JsonException notJson)
        {
            throw TypeErrors.InvalidJson(json, notJson);
        }
    }

    private static void Write(Utf8JsonWriter writer, DataType type)
    {
        switch (type)
        {
            case ArrayType array:
                writer.WriteStartObject();
                writer.WriteString("type", "array");
                writer.WritePropertyName("elementType");
                Write(writer, array.ElementType);
                writer.WriteBoolean("containsNull", array.ContainsNull);
                writer.WriteEndObject();
                break;
            case MapType map:
                writer.WriteStartObject();
                writer.WriteString("type", "map");
                writer.WritePropertyName("keyType");
                Write(writer, map.KeyType);
                writer.WritePropertyName("valueType");
                Write(writer, map.ValueType);
                writer.WriteBoolean("valueContainsNull", map.ValueContainsNull);
                writer.WriteEndObject();
                break;
            case StructType structure:
                writer.WriteStartObject();
                writer.WriteString("type", "struct");
                writer.WriteStartArray("fields");
                foreach (var field in structure.Fields)
                {
                    writer.WriteStartObject();
                    writer.WriteString("name", field.Name);
                    writer.WritePropertyName("type");
                    Write(writer, field.DataType);
                    writer.WriteBoolean("nullable", field.IsNullable);
                    writer.WritePropertyName("metadata");
                    writer.WriteRawValue(field.Metadata?.ToString(Formatting.None) ?? "{}");
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
                break;
            default:
                writer.WriteStringValue(type.TypeName);
                break;
        }
    }

    private static DataType Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Named(element.GetString()!),
        JsonValueKind.Object => element.TryGetProperty("type", out var kind) && kind.ValueKind == JsonValueKind.String
            ? kind.GetString() switch
            {
                "array" => new ArrayType(Read(Part(element, "elementType")), Part(element, "containsNull").GetBoolean()),
                "map" => new MapType(
                    Read(Part(element, "keyType")), Read(Part(element, "valueType")), Part(element, "valueContainsNull").GetBoolean()),
                "struct" => new StructType(Part(element, "fields").EnumerateArray().Select(ReadField)),
                _ => throw TypeErrors.InvalidJson(element.GetRawText()),
            }
            : throw TypeErrors.InvalidJson(element.GetRawText()),
        _ => throw TypeErrors.InvalidJson(element.GetRawText()),
    };

    private static StructField ReadField(JsonElement element)
    {
        var metadata = element.TryGetProperty("metadata", out var found) && found.ValueKind == JsonValueKind.Object &&
            found.EnumerateObject().Any()
                ? ParseMetadata(found.GetRawText())
                : null;
        var nullable = !element.TryGetProperty("nullable", out var isNullable) || isNullable.GetBoolean();
        return new StructField(Part(element, "name").GetString()!, Read(Part(element, "type")), nullable, metadata);
    }

    // Dates in metadata must stay the text they are.
    private static JObject ParseMetadata(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }

    private static JsonElement Part(JsonElement element, string name) =>
        element.TryGetProperty(name, out var part) ? part : throw TypeErrors.InvalidJson(element.GetRawText());

    private static DataType Named(string name)
    {
        if (name.StartsWith("decimal(", StringComparison.Ordinal) && name.EndsWith(')'))
        {
            var parts = name[8..^1].Split(',');
            return parts.Length == 2 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var precision) &&
                int.TryParse(parts[1], CultureInfo.InvariantCulture, out var scale)
                    ? new DecimalType(precision, scale)
                    : throw TypeErrors.InvalidJson(name);
        }

        return name switch
        {
            "void" or "null" => new NullType(),
            "string" => new StringType(),
            "binary" => new BinaryType(),
            "boolean" => new BooleanType(),
            "date" => new DateType(),
            "timestamp" or "timestamp_ltz" => new TimestampType(),
            "timestamp_ntz" => new TimestampNTZType(),
            "double" => new DoubleType(),
            "float" => new FloatType(),
            "byte" => new ByteType(),
            "short" => new ShortType(),
            "integer" => new IntegerType(),
            "long" => new LongType(),
            "decimal" => new DecimalType(),
            "variant" => new VariantType(),
            _ when name.StartsWith("char(", StringComparison.Ordinal) || name.StartsWith("varchar(", StringComparison.Ordinal) ||
                name.StartsWith("interval", StringComparison.Ordinal) || name.StartsWith("time(", StringComparison.Ordinal) => DdlParser.ParseDataType(name),
            _ => throw TypeErrors.InvalidJson(name),
        };
    }
}
