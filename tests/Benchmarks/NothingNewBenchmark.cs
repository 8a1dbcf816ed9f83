namespace Benchmarks;

/// <summary>The pipeline again when no file is new: from start to exit of <c>spark-submit.sh</c>, with a built solution.</summary>
internal static class NothingNewBenchmark
{
    public static void Run()
    {
        var lake = Places.Empty("lake");
        Measurement.Report("nothing-new", "the first run", 1, () => { }, () => PipelineBenchmark.Submit(lake));
        Measurement.Report("nothing-new", "a run with nothing new", 9, () => { }, () => PipelineBenchmark.Submit(lake));
    }
}
