using System.Diagnostics;
using System.Globalization;

namespace Benchmarks;

/// <summary>A contender in a process of its own, so that its memory and its start are nobody else's.</summary>
internal static class Child
{
    private static readonly Dictionary<string, Func<IContender>> Contenders = new()
    {
        ["pipeline-platform"] = () => new PlatformPipeline(),
        ["pipeline-duckdb"] = () => new DuckDbPipeline(),
        ["small-files-platform"] = () => new PlatformIngestion(),
        ["small-files-duckdb"] = () => new DuckDbIngestion(),
        ["merge-platform"] = () => new PlatformMerge(),
        ["merge-duckdb"] = () => new DuckDbRewrite(),
        ["spark-pipeline-embedded"] = () => new PlatformPipeline(),
        ["spark-pipeline-spark"] = () => new PlatformPipeline(LocalSpark.Options("1g")),
        ["spark-client-collect"] = () => new ClientCollect(),
        ["spark-client-count"] = () => new ClientCount(),
    };

    /// <summary>Starts a process for a contender and gives what it measured.</summary>
    /// <exception cref="BenchmarkException">It failed.</exception>
    public static Measurement Measure(string contender, string input, string output, int repeats)
    {
        var assembly = typeof(Child).Assembly.Location;
        var outcome = Command.Run("dotnet", [assembly, "child", contender, input, output, repeats.ToString(CultureInfo.InvariantCulture)]);
        return Measurement.Parse(outcome.Output.TrimEnd().Split('\n')[^1]);
    }

    /// <summary>Runs in the started process: contender, input folder, output folder, repeats after the first run.</summary>
    public static int Run(string[] arguments)
    {
        var output = Console.Out;
        Console.SetOut(TextWriter.Null);
        var contender = Contenders[arguments[0]]();
        var (first, facts) = Time(contender, arguments[1], Path.Combine(arguments[2], "0"), sinceStart: true);
        var firstPeak = ProcessTree.PeakMemory();
        var later = Enumerable.Range(1, int.Parse(arguments[3], CultureInfo.InvariantCulture))
            .Select(run => Time(contender, arguments[1], Path.Combine(arguments[2], run.ToString(CultureInfo.InvariantCulture)), sinceStart: false).Seconds)
            .ToArray();
        output.WriteLine(new Measurement([first], later, firstPeak, ProcessTree.PeakMemory(), facts()).Write());
        return 0;
    }

    private static (double Seconds, Func<Dictionary<string, long>> Facts) Time(IContender contender, string input, string output, bool sinceStart)
    {
        Directory.CreateDirectory(output);
        var before = sinceStart ? (DateTime.Now - Process.GetCurrentProcess().StartTime).TotalSeconds : 0;
        contender.Arrange(input, output);
        var watch = Stopwatch.StartNew();
        contender.Run(input, output);
        return (before + watch.Elapsed.TotalSeconds, () => contender.Check(output));
    }
}
