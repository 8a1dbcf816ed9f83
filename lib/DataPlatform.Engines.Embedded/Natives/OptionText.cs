namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Options as one text, in which they go to functions of ours.</summary>
internal static class OptionText
{
    private const char Separator = '\u0001';

    public static string Join(IEnumerable<KeyValuePair<string, string>> options) => string.Join(Separator, options.SelectMany(option => new[] { option.Key, option.Value }));

    public static IEnumerable<KeyValuePair<string, string>> Read(string text) => text.Length == 0
        ? []
        : text.Split(Separator).Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1]));
}
