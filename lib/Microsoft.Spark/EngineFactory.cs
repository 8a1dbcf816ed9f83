using DataPlatform;
using DataPlatform.Engines.Embedded;
using DataPlatform.Engines.SparkConnect;
using DataPlatform.Engines.SparkConnect.Launching;
using DataPlatform.Plans;

namespace Microsoft.Spark;

/// <summary>Finds the engine that a master names.</summary>
internal static class EngineFactory
{
    public const string MasterKey = "spark.master";

    /// <summary>
    /// An engine with a configuration of its own. <c>embedded</c> and <c>embedded[N]</c> are in process; <c>sc://…</c> is a Spark that runs; <c>local[…]</c>, <c>spark://…</c>,
    /// <c>yarn</c> and <c>k8s://…</c> start one. Where no master is given, the setting <c>spark.remote</c> or else the environment variable <c>SPARK_REMOTE</c> names a Spark that runs; without it the engine is in process.
    /// </summary>
    /// <exception cref="DataPlatformException"><c>UNSUPPORTED_MASTER</c>, or the engine's own errors of starting.</exception>
    public static IEngine Create(IReadOnlyDictionary<string, string> configuration)
    {
        var master = configuration.GetValueOrDefault(MasterKey) ?? configuration.GetValueOrDefault("spark.remote") ?? Remote() ?? "embedded";
        return master switch
        {
            _ when master == "embedded" || (master.StartsWith("embedded[", StringComparison.Ordinal) && master.EndsWith(']')) => new EmbeddedEngine(configuration),
            _ when SparkConnectEngine.IsRemote(master) => new SparkConnectEngine(master, configuration),
            _ when SparkLauncher.CanLaunch(master) => new SparkConnectEngine(SparkLauncher.Endpoint(master, configuration), configuration),
            _ => throw SparkErrors.UnsupportedMaster(master),
        };
    }

    private static string? Remote() => Environment.GetEnvironmentVariable("SPARK_REMOTE") is { Length: > 0 } remote ? remote : null;
}
