using System.Globalization;

namespace Benchmarks;

/// <summary>The query within Spark itself, without a client: <c>ServerTimes.java</c> as an application of its own.</summary>
internal sealed class Server
{
    private readonly string _jar;

    /// <summary>Compiles the application against the jars of <c>SPARK_HOME</c>.</summary>
    /// <param name="folder">Where to.</param>
    /// <exception cref="BenchmarkException">It does not compile, or there is no JDK.</exception>
    public Server(string folder)
    {
        var classes = Path.Combine(folder, "classes");
        _jar = Path.Combine(folder, "server-times.jar");
        Command.Run("javac", ["-d", classes, "-cp", Path.Combine(LocalSpark.Home, "jars", "*"), Path.Combine(Repository.Root, "tests", "Benchmarks", "SparkClient", "ServerTimes.java")]);
        Command.Run("jar", ["--create", "--file", _jar, "-C", classes, "."]);
    }

    /// <summary>What it takes, each time anew in one Spark.</summary>
    /// <param name="what">collect, count or plan.</param>
    /// <param name="repeats">How often after the first time.</param>
    /// <param name="sql">The query.</param>
    /// <exception cref="BenchmarkException">It failed.</exception>
    public Measurement Measure(string what, int repeats, string sql)
    {
        var outcome = Command.Run(
            Path.Combine(LocalSpark.Home, "bin", "spark-submit"),
            [.. LocalSpark.Options(ClientQuery.Memory), "--class", "ServerTimes", _jar, what, repeats.ToString(CultureInfo.InvariantCulture), sql]);
        return Measurement.Parse(outcome.Output.TrimEnd().Split('\n')[^1]);
    }
}
