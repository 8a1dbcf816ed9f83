using Flights.Tests;

namespace Benchmarks;

/// <summary>
/// The flights pipeline over three months on an empty lake, in process against the same jobs on Spark with the same cores. Timed: from files to gold, first from the start of the process, which starts
/// Spark too, then again in the same process with its Spark running. Memory is that of the process and of its Spark. Not timed: checking that both have the published rows and minutes, and the same
/// instants of departure and arrival.
/// </summary>
internal sealed class SparkPipelineScenario : IScenario
{
    private const int Repeats = 2;

    private static readonly int[] LaterMonths = [2, 3];

    public string Name => "spark-pipeline";

    public string Method =>
        "January to March 2013 from CSV and JSON files to bronze, silver and gold, on an empty lake: the same jobs embedded, and on Spark with as many cores and tuned to them. The first run counts from the start of the process, Spark's included; "
        + "later runs find Spark running and warm; peaks are of all processes together, Spark's with a heap of up to 1 GB. Medians. Both give 80,789 facts and 892,053 minutes.";

    public string? Missing => LocalSpark.Missing ?? LaterMonths.Select(PublishedMonth.Missing).FirstOrDefault(missing => missing is not null);

    public MarkdownTable Run(BenchmarkOptions options, string folder)
    {
        var landing = Path.Combine(folder, "landing");
        Land(landing);
        var table = Duel.Table("three months' pipeline");
        var facts = Duel.Fight(table, Name, "files to gold", new("embedded", "embedded"), new("on Spark", "spark"), landing, folder, options, Repeats).Facts;
        return (facts["rows"], facts["cancelled"], facts["minutes"]) == (27_004 + 24_951 + 28_834, 521 + 1_261 + 861, 265_801 + 256_251 + 370_001)
            ? table
            : throw new BenchmarkException($"The three months have not {facts["rows"]} flights, {facts["cancelled"]} cancelled, and {facts["minutes"]} minutes of departure delay.");
    }

    private static void Land(string landing)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.January, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(landing, Path.GetRelativePath(Repository.January, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        foreach (var month in LaterMonths)
        {
            PublishedMonth.Write(month, landing);
        }
    }
}
