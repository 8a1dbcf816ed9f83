namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>Options of a reader or writer: names without case, the last of a name counts.</summary>
internal sealed class SourceOptions
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    public SourceOptions(IEnumerable<KeyValuePair<string, string>> options)
    {
        foreach (var (name, value) in options)
        {
            _values[name] = value;
        }
    }

    /// <summary>The value; null where the option is absent.</summary>
    public string? Get(string name) => _values.GetValueOrDefault(name);

    /// <summary>The value of a yes-or-no option.</summary>
    /// <exception cref="AnalysisException"><c>_LEGACY_ERROR_TEMP_2147</c>, Spark's own: it is neither true nor false.</exception>
    public bool Flag(string name, bool defaultValue = false) => Get(name) switch
    {
        null => defaultValue,
        var text when bool.TryParse(text, out var flag) => flag,
        var text => throw new AnalysisException("_LEGACY_ERROR_TEMP_2147", $"The option {name} must be true or false, and is '{text}'."),
    };
}
