using System.Text;

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

    /// <summary>The options that are given, of these names.</summary>
    public IEnumerable<KeyValuePair<string, string>> Given(params string[] names) =>
        names.Where(_values.ContainsKey).Select(name => KeyValuePair.Create(name, _values[name]));

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

    /// <summary>The character set of <c>encoding</c> or <c>charset</c>; UTF-8 unless given.</summary>
    /// <exception cref="AnalysisException"><c>INVALID_PARAMETER_VALUE.CHARSET</c>.</exception>
    public Encoding Encoding()
    {
        var name = Get("encoding") ?? Get("charset") ?? "UTF-8";
        try
        {
            return name.Equals("UTF-8", StringComparison.OrdinalIgnoreCase) ? System.Text.Encoding.UTF8 : System.Text.Encoding.GetEncoding(name);
        }
        catch (ArgumentException unknown)
        {
            throw new AnalysisException("INVALID_PARAMETER_VALUE.CHARSET", $"'{name}' is no character set.", EmbeddedErrors.Of(("charset", name)), unknown);
        }
    }

    /// <summary>What happens to records that do not fit; permissive unless one of the others is named, as in Spark.</summary>
    public ParseMode ParseMode() => Get("mode")?.ToUpperInvariant() switch
    {
        "DROPMALFORMED" => Sources.ParseMode.DropMalformed,
        "FAILFAST" => Sources.ParseMode.FailFast,
        _ => Sources.ParseMode.Permissive,
    };
}
