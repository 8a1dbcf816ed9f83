using System.Text.Json;

namespace DataPlatform.Delta;

/// <summary>Reads the values that the log's actions are made of; a JSON null is null.</summary>
internal static class JsonReading
{
    /// <summary>Moves to the next property of the object that the reader is in, and on to its value; false at the object's end.</summary>
    public static bool NextProperty(this ref Utf8JsonReader reader, out string name)
    {
        if (!reader.Read())
        {
            throw new JsonException("The text ends inside an object.");
        }

        if (reader.TokenType == JsonTokenType.EndObject)
        {
            name = "";
            return false;
        }

        name = reader.GetString()!;
        reader.Read();
        return true;
    }

    /// <summary>Checks that the value is an object, whose properties are read next.</summary>
    public static void Enter(this ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"An object is expected, not {reader.TokenType}.");
        }
    }

    public static long? LongOrNull(this ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();

    public static bool? BooleanOrNull(this ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();

    public static Dictionary<string, string?>? TextMapOrNull(this ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        reader.Enter();
        var map = new Dictionary<string, string?>(StringComparer.Ordinal);
        while (reader.NextProperty(out var key))
        {
            map[key] = reader.GetString();
        }

        return map;
    }

    /// <summary>A map whose nulls are left out.</summary>
    public static Dictionary<string, string> Properties(this ref Utf8JsonReader reader) =>
        (reader.TextMapOrNull() ?? []).Where(entry => entry.Value is not null).ToDictionary(entry => entry.Key, entry => entry.Value!);

    public static ValueList<string>? TextListOrNull(this ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"An array is expected, not {reader.TokenType}.");
        }

        var items = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(reader.GetString() ?? throw new JsonException("An item is null."));
        }

        return items.ToValueList();
    }

    /// <summary>Text as it is; another value as its JSON text.</summary>
    public static string TextOrJson(this ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString()!;
        }

        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.GetRawText();
    }
}
