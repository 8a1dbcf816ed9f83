using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>A path into JSON as <c>get_json_object</c> takes it: <c>$.name</c>, <c>['name']</c>, <c>[0]</c>, <c>[*]</c>. Spark's <c>GetJsonObject</c>, whose ways with wildcards are Hive's.</summary>
internal sealed partial class JsonPath
{
    private static readonly ConcurrentDictionary<string, JsonPath?> Known = new(StringComparer.Ordinal);

    private readonly IReadOnlyList<Step> _steps;

    private JsonPath(IReadOnlyList<Step> steps) => _steps = steps;

    private enum Style
    {
        Raw,
        Quoted,
        Flat,
    }

    /// <summary>The path of a text; null where it is none.</summary>
    public static JsonPath? Find(string text) => Known.GetOrAdd(text, Read);

    /// <summary>What the path leads to, as text; null where it leads nowhere or to null.</summary>
    public string? Get(JsonValue root)
    {
        var output = new List<string>();
        return Evaluate(root, 0, Style.Raw, output) ? string.Join(",", output) : null;
    }

    private static JsonPath? Read(string text)
    {
        var match = Whole().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var steps = match.Groups["step"].Captures.Select(capture => capture.Value switch
        {
            ".*" or "['*']" => new Step(null, null, IsSubscript: false),
            "[*]" => new Step(null, null, IsSubscript: true),
            ['[', '\'', .. var name, '\'', ']'] => new Step(name, null, IsSubscript: false),
            ['[', .. var index, ']'] => new Step(null, int.Parse(index, CultureInfo.InvariantCulture), IsSubscript: true),
            var name => new Step(name[1..], null, IsSubscript: false),
        });
        return new JsonPath([.. steps]);
    }

    // Appends what is found, each value on its own, and says whether there was any.
    private bool Evaluate(JsonValue value, int at, Style style, List<string> output)
    {
        if (at == _steps.Count)
        {
            return Leaf(value, style, output);
        }

        var step = _steps[at];
        return (value, step) switch
        {
            (JsonValue.Object map, { Name: { } name }) => map.Fields.Any(field =>
                field.Key == name && field.Value is not JsonValue.Word { Name: "null" } && Evaluate(field.Value, at + 1, style, output)),
            (JsonValue.Array array, { IsSubscript: true, Index: { } index }) => index < array.Items.Count
                && Evaluate(array.Items[index], at + 1, IsWildcard(at + 1) ? Style.Quoted : style, output),
            (JsonValue.Array array, { IsSubscript: true }) => Each(array, at, style, output),
            _ => false,
        };
    }

    private bool IsWildcard(int at) => at < _steps.Count && _steps[at] is { IsSubscript: true, Index: null };

    private bool Each(JsonValue.Array array, int at, Style style, List<string> output)
    {
        var isDouble = IsWildcard(at + 1);
        var inner = isDouble ? Style.Flat : style == Style.Raw ? Style.Quoted : style;
        var found = new List<string>();
        var count = array.Items.Count(item => Evaluate(item, at + (isDouble ? 2 : 1), inner, found));
        if (isDouble || style == Style.Quoted || count > 1)
        {
            output.Add($"[{string.Join(",", found)}]");
        }
        else
        {
            output.AddRange(found);
        }

        return count > 0;
    }

    private static bool Leaf(JsonValue value, Style style, List<string> output)
    {
        switch (value)
        {
            case JsonValue.Text text when style == Style.Raw:
                output.Add(text.Value);
                return true;
            case JsonValue.Array array when style == Style.Flat:
                // No short cut: every item must be written.
                return array.Items.Count(item => Leaf(item, style, output)) > 0;
            default:
                output.Add(JsonText.Of(value));
                return true;
        }
    }

    [GeneratedRegex(@"^\$(?<step>\.\*|\['\*'\]|\[\*\]|\[\d+\]|\['[^'?]+'\]|\.[^.\[]+)*$", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Whole();

    // A step without name and index is a wildcard.
    private sealed record Step(string? Name, int? Index, bool IsSubscript);
}
