using System.Text;
using System.Text.Json;

namespace DataPlatform.Pipelines;

/// <summary>Small values that ops tables keep as JSON text. Written without reflection, so that the first use costs nothing.</summary>
internal static class JsonTexts
{
    public static string Write(IReadOnlyDictionary<string, long> numbers) => Write(json =>
    {
        json.WriteStartObject();
        foreach (var (name, number) in numbers)
        {
            json.WriteNumber(name, number);
        }

        json.WriteEndObject();
    });

    public static string Write(IEnumerable<string> texts) => Write(json =>
    {
        json.WriteStartArray();
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    });

    public static Dictionary<string, long> ReadNumbers(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.GetInt64());
    }

    public static List<string> ReadTexts(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(item => item.GetString()!)];
    }

    private static string Write(Action<Utf8JsonWriter> content)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            content(json);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
