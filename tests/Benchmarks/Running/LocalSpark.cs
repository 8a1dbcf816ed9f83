namespace Benchmarks;

/// <summary>The Spark that <c>SPARK_HOME</c> names, on as many cores as the embedded engine has, tuned to them: anything else would flatter the platform.</summary>
internal static class LocalSpark
{
    private static readonly string Cores = Environment.ProcessorCount.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What to install where there is none; else null.</summary>
    public static string? Missing =>
        Directory.Exists(Path.Combine(Home, "jars")) ? null : "SPARK_HOME names no Spark: unpack Apache Spark 4.2 with the jars of Delta Lake 4.4, install a JDK 17, and let SPARK_HOME name the folder";

    /// <summary>Its folder; empty where none is named.</summary>
    public static string Home => Environment.GetEnvironmentVariable("SPARK_HOME") ?? "";

    /// <summary>All cores of this machine.</summary>
    public static string Master => $"local[{Cores}]";

    /// <summary>Its properties.</summary>
    /// <param name="memory">The driver's heap, such as 1g.</param>
    public static IReadOnlyDictionary<string, string> Properties(string memory) => new Dictionary<string, string>
    {
        ["spark.driver.memory"] = memory,
        ["spark.driver.maxResultSize"] = "0",
        ["spark.ui.enabled"] = "false",
        ["spark.sql.shuffle.partitions"] = Cores,
        ["spark.default.parallelism"] = Cores,
        ["spark.databricks.delta.snapshotPartitions"] = Cores,
        ["spark.databricks.delta.vacuum.parallelDelete.parallelism"] = Cores,
        ["spark.sql.sources.parallelPartitionDiscovery.parallelism"] = Cores,
    };

    /// <summary>Master and properties as options of spark-submit.</summary>
    public static string[] Options(string memory) => ["--master", Master, .. Properties(memory).SelectMany(property => (string[])["--conf", $"{property.Key}={property.Value}"])];
}
