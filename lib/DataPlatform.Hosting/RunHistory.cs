using DataPlatform.Pipelines;

namespace DataPlatform.Hosting;

/// <summary>Keeps reports in the lake: a row a run in <c>ops/runs</c>, a row an expectation and table in <c>ops/expectations</c>.</summary>
internal static class RunHistory
{
    /// <summary>Adds a report. Where that fails the run's own outcome stands, and the log says why.</summary>
    public static void Append(RunContext run, RunReport report)
    {
        try
        {
            var record = new RunRecord(
                report.RunId,
                report.Job,
                report.Engine,
                report.Environment!,
                report.LogicalDate,
                report.StartedAt,
                report.Seconds,
                (int)report.ExitCode,
                report.Error?.Code,
                report.Error?.Message,
                RunReportJson.Write(report));
            run.InParallel(() => OpsTables.AppendExpectations(run), () => OpsTables.AppendRun(run, record));
        }
        catch (Exception exception)
        {
            // Whatever it is: the report must still reach standard output, and the exit code is that of the work.
            run.Log.Warning($"the report could not be kept in {run.Lake.Ops("runs")}", ("error", exception.Message));
        }
    }
}
