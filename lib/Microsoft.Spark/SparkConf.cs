using System.Collections.Concurrent;

namespace Microsoft.Spark;

/// <summary>Settings by Spark's names, to begin a session with. Later changes do not reach a session that runs.</summary>
public sealed class SparkConf
{
    private readonly ConcurrentDictionary<string, string> _settings = new(StringComparer.Ordinal);

    /// <summary>Makes a configuration without settings.</summary>
    /// <param name="loadDefaults">Taken for compatibility: there are no JVM system properties to load from.</param>
    public SparkConf(bool loadDefaults = true)
    {
        _ = loadDefaults;
    }

    /// <summary>Sets <c>spark.master</c>; see <see cref="Sql.Builder.Master"/>.</summary>
    public SparkConf SetMaster(string master) => Set(EngineFactory.MasterKey, master);

    /// <summary>Sets <c>spark.app.name</c>, the name that reports show.</summary>
    public SparkConf SetAppName(string appName) => Set("spark.app.name", appName);

    /// <summary>Sets a value; one that is there is replaced.</summary>
    public SparkConf Set(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        _settings[key] = value ?? throw new ArgumentNullException(nameof(value));
        return this;
    }

    /// <summary>The value, or the default given where none is set.</summary>
    public string Get(string key, string defaultValue) => _settings.GetValueOrDefault(key, defaultValue);

    /// <summary>All settings, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> GetAll() => [.. _settings.OrderBy(setting => setting.Key, StringComparer.Ordinal)];
}
