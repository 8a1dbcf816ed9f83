using System.Text.Json;
using DataPlatform.Pipelines;

namespace DataPlatform.Hosting;

/// <summary>An object in a configuration file. Reading it is strict: a key that nobody asked for is an error.</summary>
internal sealed class ConfigurationNode
{
    private readonly string _file;
    private readonly string _path;
    private readonly JsonElement _element;

    private ConfigurationNode(string file, string path, JsonElement element) => (_file, _path, _element) = (file, path, element);

    /// <summary>The file's name as given, for errors.</summary>
    public string File => _file;

    /// <summary>Reads a file whose root is an object with no other keys than these.</summary>
    public static ConfigurationNode Read(string file, string what, params string[] keys)
    {
        if (!System.IO.File.Exists(file))
        {
            throw HostingErrors.FileNotFound(what, file);
        }

        try
        {
            using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(file));
            return new ConfigurationNode(file, "", document.RootElement.Clone()).Checked([.. keys, "$schema"]);
        }
        catch (JsonException exception)
        {
            throw HostingErrors.InvalidJson(file, exception);
        }
    }

    /// <summary>The text under a key; null where the key is absent.</summary>
    public string? OptionalText(string key) => Value(key, JsonValueKind.String, "a text")?.GetString();

    /// <summary>The text under a key that must be there.</summary>
    public string Text(string key) => OptionalText(key) ?? throw HostingErrors.MissingKey(_file, Path(key));

    /// <summary>The truth value under a key; false where the key is absent.</summary>
    public bool Flag(string key) =>
        _element.TryGetProperty(key, out var value) && value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw Wrong(key, value, "true or false"),
        };

    /// <summary>The case of an enumeration under a key; the default where the key is absent. Names are matched exactly.</summary>
    public T Choice<T>(string key, T absent)
        where T : struct, Enum
    {
        var text = OptionalText(key);
        return text is null ? absent
            : Enum.GetNames<T>().Contains(text) ? Enum.Parse<T>(text)
            : throw HostingErrors.WrongValue(_file, Path(key), $"'{text}'", $"one of {string.Join(", ", Enum.GetNames<T>())}");
    }

    /// <summary>The texts of an array; none where the key is absent.</summary>
    public IReadOnlyList<string> Texts(string key) =>
        Value(key, JsonValueKind.Array, "an array of texts") is not { } array
            ? []
            : [.. array.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : throw Wrong(key, item, "a text"))];

    /// <summary>The texts of an object by name, in order; none where the key is absent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs(string key) =>
        Value(key, JsonValueKind.Object, "an object of texts") is not { } map
            ? []
            : [.. map.EnumerateObject().Select(item => new KeyValuePair<string, string>(
                item.Name, item.Value.ValueKind == JsonValueKind.String ? item.Value.GetString()! : throw Wrong($"{key}.{item.Name}", item.Value, "a text")))];

    /// <summary>The object under a key that must be there, with no other keys than these.</summary>
    public ConfigurationNode Object(string key, params string[] keys) =>
        new ConfigurationNode(_file, Path(key), Value(key, JsonValueKind.Object, "an object") ?? throw HostingErrors.MissingKey(_file, Path(key))).Checked(keys);

    /// <summary>The objects of an array, each with no other keys than these; none where the key is absent.</summary>
    public IReadOnlyList<ConfigurationNode> Objects(string key, params string[] keys) =>
        Value(key, JsonValueKind.Array, "an array of objects") is not { } array
            ? []
            : [.. array.EnumerateArray().Select((item, index) => item.ValueKind == JsonValueKind.Object
                ? new ConfigurationNode(_file, $"{Path(key)}[{index}]", item).Checked(keys)
                : throw Wrong($"{key}[{index}]", item, "an object"))];

    private ConfigurationNode Checked(string[] keys)
    {
        if (_element.ValueKind != JsonValueKind.Object)
        {
            throw HostingErrors.WrongValue(_file, _path.Length == 0 ? "the root" : _path, _element.GetRawText(), "an object");
        }

        foreach (var property in _element.EnumerateObject().Where(property => !keys.Contains(property.Name)))
        {
            throw HostingErrors.UnknownKey(_file, Path(property.Name), keys.Where(key => key != "$schema").Select(Path));
        }

        return this;
    }

    private JsonElement? Value(string key, JsonValueKind kind, string wanted) =>
        !_element.TryGetProperty(key, out var value) ? null
        : value.ValueKind == kind ? value
        : throw Wrong(key, value, wanted);

    private ConfigurationException Wrong(string key, JsonElement value, string wanted) => HostingErrors.WrongValue(_file, Path(key), value.GetRawText(), wanted);

    private string Path(string key) => _path.Length == 0 ? key : $"{_path}.{key}";
}
