using DataPlatform.Plans;
using Microsoft.Spark.Sql;

namespace Microsoft.Spark;

/// <summary>What a session knows of the application that it belongs to. RDDs are no part of this API.</summary>
public sealed class SparkContext
{
    private const string LogLevelKey = "spark.log.level";

    private static readonly string[] LogLevels = ["ALL", "TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL", "OFF"];

    private readonly SparkSession _session;

    internal SparkContext(SparkSession session) => _session = session;

    /// <summary>The name given to the builder (<c>spark.app.name</c>); empty where none was. Not in Microsoft.Spark.</summary>
    public string AppName => Configuration.Get("spark.app.name") ?? "";

    /// <summary>The master that the engine was found by; <c>embedded</c> where none was given. Not in Microsoft.Spark.</summary>
    public string Master => Configuration.Get(EngineFactory.MasterKey) ?? "embedded";

    /// <summary>The version of Spark whose semantics hold, such as <c>4.2.0</c>; see <see cref="SparkSession.Version"/>. Not in Microsoft.Spark.</summary>
    public string Version => _session.Version();

    private IEngineConfiguration Configuration => _session.Engine.Configuration;

    /// <summary>Sets from which severity on Spark's own log is written (<c>spark.log.level</c>). In process the engine writes none, and nothing changes.</summary>
    /// <param name="logLevel">
    /// <c>ALL</c>, <c>TRACE</c>, <c>DEBUG</c>, <c>INFO</c>, <c>WARN</c>, <c>ERROR</c>, <c>FATAL</c> or <c>OFF</c>; case does not count.
    /// </param>
    /// <exception cref="ArgumentException">Another level.</exception>
    public void SetLogLevel(string logLevel)
    {
        ArgumentNullException.ThrowIfNull(logLevel);
        var level = logLevel.ToUpperInvariant();
        if (!LogLevels.Contains(level))
        {
            throw new ArgumentException($"'{logLevel}' is no log level: {string.Join(", ", LogLevels)}.", nameof(logLevel));
        }

        if (Configuration.IsModifiable(LogLevelKey))
        {
            Configuration.Set(LogLevelKey, level);
        }
    }

    /// <summary>Ends the session; see <see cref="SparkSession.Stop"/>.</summary>
    public void Stop() => _session.Stop();
}
