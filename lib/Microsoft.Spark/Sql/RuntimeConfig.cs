using System.Globalization;
using DataPlatform.Plans;

namespace Microsoft.Spark.Sql;

/// <summary>The settings of a session while it runs, by Spark's names.</summary>
public sealed class RuntimeConfig
{
    private readonly IEngineConfiguration _configuration;

    internal RuntimeConfig(IEngineConfiguration configuration) => _configuration = configuration;

    /// <summary>Sets a value for what is run from now on.</summary>
    /// <exception cref="DataPlatform.AnalysisException"><c>CANNOT_MODIFY_CONFIG</c>: it is fixed when the session begins; or the value is none for it.</exception>
    public void Set(string key, string value) => _configuration.Set(key, value);

    /// <summary>Sets <c>true</c> or <c>false</c>; see <see cref="Set(string, string)"/>.</summary>
    public void Set(string key, bool value) => Set(key, value ? "true" : "false");

    /// <summary>Sets a whole number; see <see cref="Set(string, string)"/>.</summary>
    public void Set(string key, long value) => Set(key, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The value, or the default of a setting that is known.</summary>
    /// <exception cref="DataPlatform.DataPlatformException"><c>SQL_CONF_NOT_FOUND</c>: neither is there.</exception>
    public string Get(string key) => _configuration.Get(key) ?? throw SparkErrors.ConfigurationNotFound(key);

    /// <summary>The value, the default of a setting that is known, or else the one given.</summary>
    public string Get(string key, string defaultValue) => _configuration.Get(key) ?? defaultValue;

    /// <summary>Goes back to the default.</summary>
    /// <exception cref="DataPlatform.AnalysisException"><c>CANNOT_MODIFY_CONFIG</c>.</exception>
    public void Unset(string key) => _configuration.Unset(key);

    /// <summary>Whether the setting may change while the session runs; false for one that is not known.</summary>
    public bool IsModifiable(string key) => _configuration.IsModifiable(key);
}
