using System.Globalization;
using DataPlatform;

namespace Microsoft.Spark.Sql;

/// <summary>Options of a reader or writer by name, without case; the last value set counts.</summary>
internal sealed class OptionList
{
    private readonly SortedDictionary<string, string> _options = new(StringComparer.OrdinalIgnoreCase);

    public void Set(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        _options[key] = value ?? throw new ArgumentNullException(nameof(value));
    }

    public void Set(string key, bool value) => Set(key, value ? "true" : "false");

    public void Set(string key, long value) => Set(key, value.ToString(CultureInfo.InvariantCulture));

    public void Set(string key, double value) => Set(key, value.ToString(CultureInfo.InvariantCulture));

    public void Set(IEnumerable<KeyValuePair<string, string>> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (var (key, value) in options)
        {
            Set(key, value);
        }
    }

    public string? Get(string key) => _options.GetValueOrDefault(key);

    public ValueList<KeyValuePair<string, string>> ToValueList(params string[] except) =>
        [.. _options.Where(option => !except.Contains(option.Key, StringComparer.OrdinalIgnoreCase))];
}
