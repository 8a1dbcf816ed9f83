using DataPlatform.Engines.SparkConnect.Connections;
using DataPlatform.Engines.SparkConnect.Launching;

namespace DataPlatform.Engines.SparkConnect.Tests.Servers;

/// <summary>The one Spark of this test run, started when a test first asks.</summary>
internal static class RunningSpark
{
    private static readonly Dictionary<string, string> Small = new()
    {
        ["spark.driver.memory"] = "1g",
        ["spark.ui.enabled"] = "false",
        ["spark.sql.shuffle.partitions"] = "2",
        ["spark.default.parallelism"] = "2",
        ["spark.databricks.delta.snapshotPartitions"] = "2",
        ["spark.sql.warehouse.dir"] = Path.Combine(Path.GetTempPath(), $"spark-connect-tests-{Environment.ProcessId}"),
    };

    /// <summary>Where it serves; the test is skipped where there is no Spark to start.</summary>
    public static string Endpoint()
    {
        Skip.If(Environment.GetEnvironmentVariable("SPARK_HOME") is null or "", "needs Apache Spark: install Spark 4.2 and a JDK 17, and set SPARK_HOME");
        return SparkLauncher.Endpoint("local[2]", Small);
    }

    /// <summary>A session on it, through a proxy where one is given.</summary>
    public static SparkConnectEngine Connect(int? proxyPort = null)
    {
        var endpoint = Endpoint();
        if (proxyPort is { } port)
        {
            endpoint = endpoint.Replace($":{PortOf(endpoint)}/", $":{port}/", StringComparison.Ordinal);
        }

        return new SparkConnectEngine(endpoint, new Dictionary<string, string>());
    }

    /// <summary>The same without an engine.</summary>
    public static ConnectSession Session() => new(new SparkChannel(ConnectionString.Parse(Endpoint())));

    public static int PortOf(string endpoint) => int.Parse(endpoint.Split(':', '/')[4], null);
}
