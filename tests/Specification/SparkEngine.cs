using Microsoft.Spark.Sql;

namespace Specification;

/// <summary>
/// Apache Spark over Spark Connect. The first session starts one Spark for the whole run; every other is one more session of it. Rows of local data lie in one partition and are shuffled into one, so that
/// <c>first</c> and its like have the one answer that was recorded. Thousands of queries of a few rows are quickest on a JVM that compiles once and lightly.
/// </summary>
public sealed class SparkEngine : EngineFixture, IEngineUnderTest
{
    private static readonly string Checkpoints = Directory.CreateTempSubdirectory("specification-checkpoints").FullName;

    static SparkEngine() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Checkpoints, recursive: true);

    public SparkEngine()
        : base("spark")
    {
    }

    public static string? Missing { get; } = Directory.Exists(Path.Combine(Environment.GetEnvironmentVariable("SPARK_HOME") ?? "", "jars"))
        ? null
        : "Apache Spark is not here: unpack Spark 4.2 with the jars of Delta Lake 4.4, install Java 17, and set SPARK_HOME to Spark's folder.";

    protected override Builder Master() => SparkSession.Builder().Master("local[2]")
        .Config("spark.checkpoint.dir", Checkpoints)
        .Config("spark.driver.memory", "2g")
        .Config("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m -XX:+UseSerialGC")
        .Config("spark.ui.enabled", false)
        .Config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
        .Config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        .Config("spark.databricks.delta.snapshotPartitions", 1)
        .Config("spark.databricks.delta.vacuum.parallelDelete.parallelism", 2)
        .Config("spark.sql.sources.parallelPartitionDiscovery.parallelism", 2)
        .Config("spark.sql.shuffle.partitions", 1)
        .Config("spark.default.parallelism", 1)
        .Config("spark.sql.leafNodeDefaultParallelism", 1);
}
