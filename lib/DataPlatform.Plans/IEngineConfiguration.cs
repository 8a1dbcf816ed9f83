namespace DataPlatform.Plans;

/// <summary>A session's settings by Spark's names, as text.</summary>
public interface IEngineConfiguration
{
    /// <summary>The value, or the default of a setting that is known; null where neither is there.</summary>
    string? Get(string key);

    /// <summary>Sets a value.</summary>
    /// <exception cref="AnalysisException"><c>CANNOT_MODIFY_CONFIG</c>: the setting is fixed when the session begins; or the value is none for it.</exception>
    void Set(string key, string value);

    /// <summary>Goes back to the default.</summary>
    /// <exception cref="AnalysisException"><c>CANNOT_MODIFY_CONFIG</c>.</exception>
    void Unset(string key);

    /// <summary>Whether the setting may change while the session runs.</summary>
    bool IsModifiable(string key);
}
