namespace DataPlatform.Plans;

/// <summary>A session's settings by Spark's names, as text.</summary>
public interface IEngineConfiguration
{
    /// <summary>The value, or the default of a setting that is known; null where neither is there.</summary>
    string? Get(string key);

    /// <summary>Sets a value.</summary>
    /// <exception cref="AnalysisException"><c>CANNOT_MODIFY_CONFIG</c>, <c>CANNOT_MODIFY_STATIC_CONFIG</c>: the setting is fixed when the session begins; <c>INVALID_CONF_VALUE</c>: the value is none for it.</exception>
    void Set(string key, string value);

    /// <summary>Goes back to the default.</summary>
    /// <exception cref="AnalysisException"><c>CANNOT_MODIFY_CONFIG</c>.</exception>
    void Unset(string key);

    /// <summary>Whether Spark knows the setting and it may change while the session runs. One that nobody knows may be set all the same.</summary>
    bool IsModifiable(string key);
}
