using System.Runtime.ExceptionServices;
using Microsoft.Spark.Sql;

namespace DataPlatform.Pipelines;

/// <summary>What the parts of a run share. One a run; only the works of <see cref="InParallel"/> use it at the same time.</summary>
public sealed class RunContext : IDisposable
{
    // A work waits for the disk about as long as it computes.
    private const int WorksPerProcessor = 2;

    private readonly Lazy<SparkSession> _spark;
    private readonly List<TableOutcome> _outcomes = [];
    private readonly AsyncLocal<List<TableOutcome>?> _branch = new();

    /// <summary>Makes a run's context.</summary>
    /// <param name="settings">What the run was asked to do.</param>
    /// <param name="session">Starts the session; called once, at the first use.</param>
    /// <param name="log">Where events go.</param>
    /// <param name="clock">Tells the time for what is recorded about the run, never for what data means.</param>
    /// <param name="cancellation">Asks the run to end before its next step.</param>
    public RunContext(RunSettings settings, Func<SparkSession> session, RunLog log, TimeProvider clock, CancellationToken cancellation = default)
    {
        Settings = settings;
        Log = log;
        Clock = clock;
        Cancellation = cancellation;
        StartedAt = clock.GetUtcNow();
        _spark = new Lazy<SparkSession>(session);
        Updates = new UpdateLog(this);
    }

    /// <summary>What the run was asked to do.</summary>
    public RunSettings Settings { get; }

    /// <summary>The lake.</summary>
    public Lake Lake => Settings.Lake;

    /// <summary>The session, started at the first use.</summary>
    public SparkSession Spark => _spark.Value;

    /// <summary>Where events go.</summary>
    public RunLog Log { get; }

    /// <summary>Tells the time for what is recorded about the run.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Asks the run to end; looked at before every step that writes.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>When the run began: the one instant that all its rows carry as theirs.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>What each table has taken in of its sources, and what that changed.</summary>
    public UpdateLog Updates { get; }

    /// <summary>What was done to each table so far, in order.</summary>
    public IReadOnlyList<TableOutcome> Outcomes => _outcomes;

    /// <summary>Records what was done to a table, and logs it.</summary>
    public void Record(TableOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        (_branch.Value ?? _outcomes).Add(outcome);
        Log.Information(
            $"{outcome.Table} {outcome.Operation}",
            ("version", outcome.Version),
            ("rows_read", outcome.RowsRead),
            ("rows_written", outcome.RowsWritten),
            ("rows_quarantined", outcome.RowsQuarantined == 0 ? null : outcome.RowsQuarantined),
            ("seconds", outcome.Seconds.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>
    /// Does works that need nothing of one another at the same time, such as tables that do not read each other; two a processor. Outcomes are in
    /// the order of the works, whichever ends first. Each is done whatever becomes of the others; of what they throw the first in that order is thrown when all have ended.
    /// </summary>
    /// <param name="works">The works.</param>
    public void InParallel(params IReadOnlyList<Action> works)
    {
        ArgumentNullException.ThrowIfNull(works);
        var outer = _branch.Value;
        var branches = works.Select(_ => new List<TableOutcome>()).ToList();
        var failures = new ExceptionDispatchInfo?[works.Count];
        var last = -1;
        var others = Enumerable.Range(1, Math.Clamp(works.Count, 1, WorksPerProcessor * Environment.ProcessorCount) - 1).Select(_ => new Thread(Work)).ToList();
        others.ForEach(thread => thread.Start());
        Work();
        others.ForEach(thread => thread.Join());
        branches.ForEach((outer ?? _outcomes).AddRange);
        failures.FirstOrDefault(failure => failure is not null)?.Throw();

        void Work()
        {
            for (var index = Interlocked.Increment(ref last); index < works.Count; index = Interlocked.Increment(ref last))
            {
                _branch.Value = branches[index];
                try
                {
                    works[index]();
                }
                catch (Exception failure)
                {
                    failures[index] = ExceptionDispatchInfo.Capture(failure);
                }
                finally
                {
                    _branch.Value = outer;
                }
            }
        }
    }

    /// <summary>Ends the session where one was started.</summary>
    public void Dispose()
    {
        if (_spark.IsValueCreated)
        {
            _spark.Value.Stop();
        }
    }
}
