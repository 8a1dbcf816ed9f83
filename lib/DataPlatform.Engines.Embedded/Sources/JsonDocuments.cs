using System.Text.Json;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>A file that is one JSON document: one record, or the items of its array.</summary>
internal static class JsonDocuments
{
    /// <summary>The records' texts; what is no JSON is one record as it stands.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? [.. document.RootElement.EnumerateArray().Select(item => item.GetRawText())]
                : [text];
        }
        catch (JsonException)
        {
            // The reader's mode decides about a record that is none; here it only is one.
            return [text];
        }
    }
}
