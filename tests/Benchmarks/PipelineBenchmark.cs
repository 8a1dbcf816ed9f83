using System.Diagnostics;

namespace Benchmarks;

/// <summary>
/// January's pipeline on an empty lake, as <c>spark-submit.sh</c> runs it with a built solution, against <c>pipeline.sql</c>: the same reads, joins and Parquet writes as plain DuckDB SQL,
/// by a .NET process that does nothing else. Both are timed from process start to exit. Only ours commits, judges expectations, keeps history and records what it did.
/// </summary>
internal static class PipelineBenchmark
{
    private const int Repeats = 5;

    public static void Run()
    {
        var lake = Path.Combine(Places.Scratch, "lake");
        Measurement.Report("pipeline", "./spark-submit.sh flights, empty lake", Repeats, () => Places.Empty("lake"), () => Submit(lake));
        Measurement.Report("pipeline", "plain DuckDB SQL", Repeats, () => Places.Empty("plain"), () => Measurement.Self("pipeline", Places.Landing, Path.Combine(Places.Scratch, "plain")));
    }

    public static ProcessStartInfo Submit(string lake) => new(Path.Combine(Places.Root, "spark-submit.sh"), ["flights", "--lake", lake, "--landing", Places.Landing]);
}
