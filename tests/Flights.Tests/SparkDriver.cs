using System.Diagnostics;

namespace Flights.Tests;

/// <summary>A Spark on this machine, and the runner built for it: what users call who submit with Spark's own <c>spark-submit</c>.</summary>
internal static class SparkDriver
{
    private static readonly Lazy<string> Runner = new(Build);

    /// <summary>Small enough for two cores; without it Delta's own defaults for clusters take most of the time.</summary>
    private static readonly string[] Small =
    [
        "--driver-memory", "1g", "--conf", "spark.ui.enabled=false", "--conf", "spark.sql.shuffle.partitions=2", "--conf", "spark.databricks.delta.snapshotPartitions=2",
        "--conf", "spark.default.parallelism=2", "--conf", "spark.sql.sources.parallelPartitionDiscovery.parallelism=2",
        "--conf", "spark.dataplatform.runner.gracePeriod=10min",
    ];

    /// <summary>Spark's folder; empty where there is none.</summary>
    public static string Home => Environment.GetEnvironmentVariable("SPARK_HOME") ?? "";

    /// <summary>Skips the test where there is no Spark.</summary>
    public static void Require()
    {
        Skip.If(Home.Length == 0, "needs Apache Spark: install Spark 4.2 with Delta Lake 4.4 and a JDK 17, and set SPARK_HOME");
        Skip.If(OperatingSystem.IsWindows(), "the runner is built by a shell script");
    }

    /// <summary>How a program is submitted: an assembly beside this one by its name, another by its path.</summary>
    public static ProcessStartInfo Submission(string master, string program, params string[] arguments) => Submission(master, [], program, arguments);

    /// <summary>As the other, with more options of <c>spark-submit</c>.</summary>
    public static ProcessStartInfo Submission(string master, string[] options, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Home, "bin", "spark-submit")) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] all = ["--master", master, .. Small, .. options, "--class", "dataplatform.JobRunner", Runner.Value, Path.Combine(AppContext.BaseDirectory, program), .. arguments];
        Array.ForEach(all, start.ArgumentList.Add);
        start.Environment["SPARK_LOCAL_IP"] = "127.0.0.1";
        start.Environment.Remove("SPARK_REMOTE");
        return start;
    }

    private static string Build()
    {
        var jar = Path.Combine(AppContext.BaseDirectory, "runner-for-tests.jar");
        using var build = Process.Start(Path.Combine(FlightsLake.Root, "lib/DataPlatform.Engines.SparkConnect/Runner/build.sh"), [jar]);
        build.WaitForExit();
        Assert.Equal(0, build.ExitCode);
        return jar;
    }
}
