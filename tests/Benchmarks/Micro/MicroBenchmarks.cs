using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Benchmarks;

/// <summary>The parts that every query or every row pays for, under BenchmarkDotNet: short runs in this process, which says enough to see a change of a tenth.</summary>
internal static class MicroBenchmarks
{
    public static int Run()
    {
        var configuration = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).WithArtifactsPath(Path.Combine(Path.GetTempPath(), "benchmark-micro"));
        var summaries = BenchmarkRunner.Run([typeof(QueryBenchmarks), typeof(ArrowBenchmarks)], configuration);
        return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
    }
}
