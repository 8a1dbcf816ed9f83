using DataPlatform;
using DataPlatform.Engines.Embedded;
using DataPlatform.Plans;

namespace Microsoft.Spark;

/// <summary>Finds the engine that a master names.</summary>
internal static class EngineFactory
{
    public const string MasterKey = "spark.master";

    /// <summary>An engine with a configuration of its own; no master, <c>embedded</c> and <c>embedded[N]</c> are in process.</summary>
    /// <exception cref="DataPlatformException"><c>UNSUPPORTED_MASTER</c>.</exception>
    public static IEngine Create(IReadOnlyDictionary<string, string> configuration)
    {
        var master = configuration.GetValueOrDefault(MasterKey, "embedded");
        return master == "embedded" || (master.StartsWith("embedded[", StringComparison.Ordinal) && master.EndsWith(']'))
            ? new EmbeddedEngine(configuration)
            : throw SparkErrors.UnsupportedMaster(master);
    }
}
