using System.Runtime.InteropServices;
using DataPlatform.Pipelines;
using Microsoft.Spark.Sql;

namespace DataPlatform.Hosting;

/// <summary>One submission from its arguments to its report: jobs that share a session, one after another.</summary>
internal sealed class Submission(HostSurroundings surroundings) : IDisposable
{
    private static readonly TimeSpan SameRequest = TimeSpan.FromSeconds(2);
    private static readonly AsyncLocal<Submission?> Active = new();

    private readonly CancellationTokenSource _cancellation = new();
    private readonly RunLog _log = new(surroundings.Errors, surroundings.Clock);
    private JobContext? _context;
    private ProgressLine? _progress;
    private bool _hasJoined;
    private int _isFinished;
    private long _askedToEndAt;

    /// <summary>The submission that the calling job's program is part of; null where it was started by itself.</summary>
    public static Submission? Current => Active.Value;

    /// <summary>How a session is started from the run's properties.</summary>
    public Func<IReadOnlyList<KeyValuePair<string, string>>, SparkSession> StartSession { get; init; } = SparkProperties.Start;

    /// <summary>Runs what the arguments ask for. Whatever happens, the report is the last line of standard output.</summary>
    /// <param name="parse">Reads the arguments.</param>
    /// <param name="find">Finds the jobs, in order.</param>
    public ExitCode Run(Func<SubmitOptions> parse, Func<SubmitOptions, IReadOnlyList<SubmittedJob>> find)
    {
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        var report = new RunReport(NewRunId(), surroundings.Clock.GetUtcNow());
        using var warnings = new WarningListener(_log);
        using var runner = RunnerWatch.Start(surroundings.Variable, () => Abandon(report));
        Attempt(report, () =>
        {
            var options = parse();
            report.Job = options.Name;
            var jobs = find(options);
            Begin(options, report);
            RunJobs(jobs, report);
        });
        Finish(report);
        return report.ExitCode;
    }

    /// <summary>Looks whether the arguments, the jobs and the environment are there. Prints the environment's properties, or the report of a failed run.</summary>
    /// <param name="parse">Reads the arguments.</param>
    /// <param name="find">Finds the jobs.</param>
    public ExitCode Check(Func<SubmitOptions> parse, Func<SubmitOptions, IReadOnlyList<SubmittedJob>> find)
    {
        var report = new RunReport(NewRunId(), surroundings.Clock.GetUtcNow());
        Attempt(report, () =>
        {
            var options = parse();
            report.Job = options.Name;
            find(options);
            var (_, environment) = Resolve(options);
            foreach (var (key, value) in SparkProperties.OfEnvironment(environment, options))
            {
                surroundings.Output.WriteLine($"{key}={value}");
            }
        });
        if (report.ExitCode != ExitCode.Done)
        {
            Finish(report);
        }

        return report.ExitCode;
    }

    /// <summary>Runs a job as the next of this submission.</summary>
    public void Join(IJob job)
    {
        _hasJoined = true;
        job.Run(_context ?? throw new InvalidOperationException("The submission has not begun."));
    }

    public void Dispose()
    {
        _context?.Run.Dispose();
        _cancellation.Dispose();
    }

    private void Attempt(RunReport report, Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception)
        {
            // The last stop of every error: it becomes an exit code, a line in the log and the report's error.
            report.Fail(IsOfTheEnd(exception) ? new OperationCanceledException(exception.Message, exception) : exception);
            _log.Error(report.Error!.Message, ("code", report.Error.Code));
            if (report.ExitCode == ExitCode.Failed && exception is not DataPlatformException)
            {
                _log.Error(exception.ToString());
            }
        }
    }

    /// <summary>Whether it came of the run being asked to end, as what Spark is told to break off does.</summary>
    private bool IsOfTheEnd(Exception exception) => _cancellation.IsCancellationRequested && exception is DataPlatformException and not (ConfigurationException or DataRefusedException);

    private (JobOptions Job, EnvironmentConfiguration Environment) Resolve(SubmitOptions options)
    {
        var job = JobOptions.Parse(options.Arguments, options.Job, surroundings.WorkingFolder);
        return (job, EnvironmentConfiguration.Resolve(options.Root, job, surroundings.Variable, surroundings.WorkingFolder));
    }

    private void Begin(SubmitOptions options, RunReport report)
    {
        var (job, environment) = Resolve(options);
        var asked = options.Master ?? environment.Spark.LastOrDefault(property => property.Key == SparkProperties.MasterKey).Value;
        var master = SparkMaster.Resolve(asked, surroundings.Variable);
        report.Engine = master.IsEmbedded ? "embedded" : "spark";
        var properties = SparkProperties.Of(environment, options, master);
        Echo(options, job, environment, master, properties);
        Folders.Check(environment);

        (report.Environment, report.LogicalDate) = (environment.Name, job.Date);
        var settings = new RunSettings(report.RunId, new Lake(environment.Lake), environment.Landing) { LogicalDate = job.Date, IsFullRefresh = job.IsFullRefresh };
        report.Run = new RunContext(settings, () => Start(properties, report), _log, surroundings.Clock, _cancellation.Token);
        _context = new JobContext(report.Run, environment, options.Root);
    }

    private SparkSession Start(IReadOnlyList<KeyValuePair<string, string>> properties, RunReport report)
    {
        var session = StartSession(properties);
        report.Engine = report.Engine == "spark" ? $"spark {session.Version()}" : report.Engine;
        session.Engine.Progress += progress => _progress?.Show(progress);
        return session;
    }

    private void RunJobs(IReadOnlyList<SubmittedJob> jobs, RunReport report)
    {
        Active.Value = this;
        using var progress = new ProgressLine(surroundings, _log);
        _progress = progress;
        foreach (var (index, job) in jobs.Index())
        {
            _cancellation.Token.ThrowIfCancellationRequested();
            progress.Show($"[{index + 1}/{jobs.Count}] {job.Name}");
            report.Begin(job.Name, surroundings.Clock);
            _hasJoined = false;
            job.Start();
            if (!_hasJoined)
            {
                throw HostingErrors.NoJobInProgram(job.Name);
            }

            _context!.Run.Updates.Save();
            report.End(surroundings.Clock);
        }
    }

    private void Finish(RunReport report)
    {
        Active.Value = null;
        report.End(surroundings.Clock);
        if (report.Run is { } run)
        {
            RunHistory.Append(run, report);
            ReportTable.Write(surroundings, report);
        }

        Print(report);
    }

    /// <summary>Ends the process though the run may wait for an answer, which cannot come any more.</summary>
    private void Abandon(RunReport report)
    {
        report.Fail(HostingErrors.SparkGone());
        _log.Error(report.Error!.Message, ("code", report.Error.Code));
        Print(report);
        surroundings.Exit((int)report.ExitCode);
    }

    private void Print(RunReport report)
    {
        if (Interlocked.Exchange(ref _isFinished, 1) != 0)
        {
            return;
        }

        surroundings.Output.WriteLine(RunReportJson.Write(report));
        surroundings.Output.Flush();
    }

    private void Cancel(PosixSignalContext signal)
    {
        // A signal for a whole process group comes twice where a parent passes its own on. Whoever asks again later does not want to wait.
        var isFirst = !_cancellation.IsCancellationRequested;
        signal.Cancel = isFirst || surroundings.Clock.GetElapsedTime(_askedToEndAt) < SameRequest;
        if (!isFirst)
        {
            return;
        }

        _askedToEndAt = surroundings.Clock.GetTimestamp();
        _log.Warning("the run was asked to end; it ends before its next write", ("signal", signal.Signal));
        _cancellation.Cancel();
    }

    private void Echo(SubmitOptions options, JobOptions job, EnvironmentConfiguration environment, SparkMaster master, IReadOnlyList<KeyValuePair<string, string>> properties)
    {
        _log.Information(
            $"run of {options.Job}",
            ("name", options.Name),
            ("master", master.Name),
            ("environment", environment.Name),
            ("lake", environment.Lake),
            ("landing", environment.Landing),
            ("date", job.Date?.ToString("yyyy-MM-dd")),
            ("full_refresh", job.IsFullRefresh ? "true" : null));
        foreach (var (key, value) in properties.Where(property => property.Key != SparkProperties.MasterKey))
        {
            _log.Information("setting", (key, Secrets.Mask(key, value)));
        }
    }

    private string NewRunId() => $"{surroundings.Clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}-{Guid.NewGuid().ToString("n")[..8]}";
}
