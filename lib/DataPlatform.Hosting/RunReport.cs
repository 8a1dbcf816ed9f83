using DataPlatform.Pipelines;

namespace DataPlatform.Hosting;

/// <summary>What a run did, from its first job to its exit code: the last line of standard output, and a row of <c>ops/runs</c>.</summary>
public sealed class RunReport
{
    private readonly List<JobReport> _jobs = [];
    private string? _running;
    private DateTimeOffset _runningSince;
    private int _reported;

    internal RunReport(string runId, DateTimeOffset startedAt) => (RunId, StartedAt) = (runId, startedAt);

    /// <summary>Names the run; unique, and ordered by the time of the start.</summary>
    public string RunId { get; }

    /// <summary>The name that was submitted, or that <c>--name</c> gave; empty where none was understood.</summary>
    public string Job { get; internal set; } = "";

    /// <summary>The engine: <c>embedded</c>, or <c>spark</c> with its version where a session was started.</summary>
    public string Engine { get; internal set; } = "embedded";

    /// <summary>The environment; null where the run ended before it was known.</summary>
    public string? Environment { get; internal set; }

    /// <summary>The logical date that was asked for; null where none was.</summary>
    public DateOnly? LogicalDate { get; internal set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>How long it took, from the start of the platform.</summary>
    public double Seconds { get; internal set; }

    /// <summary>How it ended.</summary>
    public ExitCode ExitCode { get; private set; }

    /// <summary>Why it failed; null where it did not.</summary>
    public RunError? Error { get; private set; }

    /// <summary>Its jobs in order; those that had begun where it failed.</summary>
    public IReadOnlyList<JobReport> Jobs => _jobs;

    /// <summary>The tables of all jobs in order.</summary>
    public IEnumerable<TableOutcome> Tables => _jobs.SelectMany(job => job.Tables);

    /// <summary>The run itself; null until it begins.</summary>
    internal RunContext? Run { get; set; }

    internal void Begin(string job, TimeProvider clock)
    {
        (_running, _runningSince) = (job, clock.GetUtcNow());
        _reported = Run!.Outcomes.Count;
    }

    /// <summary>Ends the job that runs; nothing happens where none does.</summary>
    internal void End(TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        if (_running is not null)
        {
            _jobs.Add(new JobReport(_running, (now - _runningSince).TotalSeconds, [.. Run!.Outcomes.Skip(_reported)]));
            _running = null;
        }

        Seconds = (now - StartedAt).TotalSeconds;
    }

    internal void Fail(Exception exception)
    {
        ExitCode = exception switch
        {
            ConfigurationException or DataPlatformException { Code: "UNSUPPORTED_MASTER" or "SPARK_HOME_NOT_FOUND" or "JAVA_NOT_FOUND" or "RUNNER_NOT_BUILT" } => ExitCode.Usage,
            DataRefusedException => ExitCode.DataRefused,
            DataPlatformException { IsTransient: true } or OperationCanceledException => ExitCode.Transient,
            _ => ExitCode.Failed,
        };
        Error = exception switch
        {
            DataPlatformException known => new RunError(known.Code, known.Message),
            OperationCanceledException => new RunError("RUN_CANCELLED", "The run was asked to end and ended before its next write; run it again to go on."),
            _ => new RunError("UNEXPECTED", $"{exception.GetType().Name}: {exception.Message}"),
        };
    }
}
