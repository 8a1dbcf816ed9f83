using System.Text.Json;

namespace Benchmarks;

/// <summary>
/// <c>./spark-submit.sh flights</c> once more where nothing new has landed and the solution is built. Timed: from the start of the script to its exit, 15 times, the median. A first
/// submission builds and is not timed; a second one fills the lake and is shown to compare. Where the time goes: the same run without the script; in it, what the run's own report counts, and its jobs.
/// </summary>
internal sealed class NothingNewScenario : IScenario
{
    private const int Repeats = 15;

    public string Name => "nothing-new";

    public string Method => "The January pipeline again, with nothing new in the landing folder and the solution built; from start to exit; below, the parts of it.";

    public MarkdownTable Run(BenchmarkOptions options, string folder)
    {
        var script = Path.Combine(Repository.Root, "spark-submit.sh");
        string[] pipeline = ["flights", "--landing", Repository.January, "--lake", Path.Combine(folder, "lake")];
        Command.Run(script, ["flights", "--landing", Repository.January, "--lake", Path.Combine(folder, "built")]);
        var filled = Command.Run(script, pipeline);

        var repeats = options.Repeats ?? Repeats;
        var platform = Path.Combine(Repository.Root, "lib", "DataPlatform.Hosting", "bin", "Release", "net10.0", "DataPlatform.Hosting.dll");
        var scripted = Enumerable.Range(0, repeats).Select(_ => Command.Run(script, pipeline)).ToList();
        var bare = Enumerable.Range(0, repeats).Select(_ => Command.Run("dotnet", [platform, "submit", "--root", Repository.Root, .. pipeline])).ToList();

        var table = new MarkdownTable("a run with nothing new", "median, s", "slowest, s");
        Add(table, "on an empty lake, once, to compare: `./spark-submit.sh flights`", [filled.Seconds]);
        Add(table, "nothing new: `./spark-submit.sh flights`", scripted.Select(run => run.Seconds));
        Add(table, "without the script: `dotnet DataPlatform.Hosting.dll`", bare.Select(run => run.Seconds));
        var reports = scripted.Select(Report).ToList();
        Add(table, "the run as its report counts it", reports.Select(Seconds));
        foreach (var (index, job) in reports[0].GetProperty("jobs").EnumerateArray().Index())
        {
            Add(table, $"in it: {job.GetProperty("job").GetString()}", reports.Select(report => Seconds(report.GetProperty("jobs")[index])));
        }

        return table;
    }

    private static JsonElement Report(Command run)
    {
        using var report = JsonDocument.Parse(run.Output.TrimEnd().Split('\n')[^1]);
        return report.RootElement.Clone();
    }

    private static double Seconds(JsonElement part) => part.GetProperty("seconds").GetDouble();

    private static void Add(MarkdownTable table, string label, IEnumerable<double> seconds)
    {
        var all = seconds.ToList();
        table.Add(label, MarkdownTable.Seconds(Statistics.Median(all)), MarkdownTable.Seconds(all.Max()));
    }
}
