using System.Text.Json;
using DataPlatform.Engines.Embedded.Delta;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Options as one text, in which they go to functions of ours.</summary>
internal static class OptionText
{
    public static string Join(IEnumerable<KeyValuePair<string, string>> options) =>
        JsonSerializer.Serialize([.. options.SelectMany(option => new[] { option.Key, option.Value })], DeltaJson.Default.StringArray);

    public static IEnumerable<KeyValuePair<string, string>> Read(string text) =>
        JsonSerializer.Deserialize(text, DeltaJson.Default.StringArray)!.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1]));
}
