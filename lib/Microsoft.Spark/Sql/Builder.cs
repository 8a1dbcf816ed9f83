using System.Globalization;
using DataPlatform.Plans;

namespace Microsoft.Spark.Sql;

/// <summary>Gathers settings, and gives a session that has them.</summary>
public sealed class Builder
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);

    internal Builder()
    {
    }

    /// <summary>
    /// Sets <c>spark.master</c>, which names the engine: <c>embedded</c> runs in this process, <c>embedded[N]</c> with N threads; <c>sc://host:port</c> is a Spark that
    /// serves Spark Connect; <c>local[N]</c>, <c>spark://…</c>, <c>yarn</c> and <c>k8s://…</c> start a Spark from <c>SPARK_HOME</c>. Without a master the environment variable
    /// <c>SPARK_REMOTE</c> holds, and without that the program runs embedded.
    /// </summary>
    public Builder Master(string master) => Config(EngineFactory.MasterKey, master);

    /// <summary>Sets <c>spark.app.name</c>, the name that reports show.</summary>
    public Builder AppName(string appName) => Config("spark.app.name", appName);

    /// <summary>Sets a value; one that is there is replaced.</summary>
    public Builder Config(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        _options[key] = value ?? throw new ArgumentNullException(nameof(value));
        return this;
    }

    /// <summary>Sets <c>true</c> or <c>false</c>.</summary>
    public Builder Config(string key, bool value) => Config(key, value ? "true" : "false");

    /// <summary>Sets a number, written without regard to culture.</summary>
    public Builder Config(string key, double value) => Config(key, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Sets a whole number.</summary>
    public Builder Config(string key, long value) => Config(key, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Sets all that a configuration holds.</summary>
    public Builder Config(SparkConf conf)
    {
        ArgumentNullException.ThrowIfNull(conf);
        foreach (var (key, value) in conf.GetAll())
        {
            Config(key, value);
        }

        return this;
    }

    /// <summary>
    /// The active session, else the default one, with those of the settings that may still change; where none runs, a new one, which becomes both.
    /// </summary>
    /// <exception cref="DataPlatform.DataPlatformException"><c>UNSUPPORTED_MASTER</c>: no engine has that master.</exception>
    public SparkSession GetOrCreate() => SparkSession.GetOrCreate(Apply, () => new SparkSession(EngineFactory.Create(_options), _options));

    private void Apply(IEngineConfiguration configuration)
    {
        foreach (var (key, value) in _options.Where(option => IsOfTheProgram(option.Key) || configuration.IsModifiable(option.Key)))
        {
            configuration.Set(key, value);
        }
    }

    // Of a setting that Spark does not know it says that it cannot be modified, and keeps it all the same.
    private static bool IsOfTheProgram(string key) => !key.StartsWith("spark.", StringComparison.Ordinal);
}
