namespace Benchmarks;

/// <summary>
/// The January pipeline on an empty lake against the same reads, joins and Parquet writes as plain DuckDB SQL (<c>pipeline.sql</c>). Timed: from files to gold; the first
/// run from the start of the process, so runtime, compilation of code and loading of DuckDB included; 4 later runs in the same process; medians of three processes, each on an empty lake. Not timed:
/// checking that both have the published rows and minutes, and the same instants of departure and arrival. DuckDB writes plain Parquet files; the platform commits Delta tables with statistics, checks types and
/// expectations, and keeps its ledgers of files and runs, which DuckDB does not.
/// </summary>
internal sealed class PipelineScenario : IScenario
{
    private const int Repeats = 4;

    public string Name => "pipeline";

    public string Method =>
        "January from CSV and JSON files to bronze, silver and gold, on an empty lake. The first run counts from the start of the process; later runs are in the same process; medians over three processes. Both sides give 27,004 facts and 265,801 minutes.";

    public MarkdownTable Run(BenchmarkOptions options, string folder)
    {
        var table = Duel.Table("January pipeline");
        var platform = Duel.Fight(table, Name, "files to gold", Repository.January, folder, options, Repeats);
        var facts = platform.Facts;
        return (facts["rows"], facts["cancelled"], facts["minutes"]) == (27_004, 521, 265_801)
            ? table
            : throw new BenchmarkException(
                $"January has 27,004 flights, 521 cancelled, and 265,801 minutes of departure delay, not {facts["rows"]}, {facts["cancelled"]} and {facts["minutes"]}.");
    }
}
