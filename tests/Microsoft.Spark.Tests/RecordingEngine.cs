using System.Collections.Concurrent;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql.Tests;

/// <summary>An engine that computes nothing: it keeps what it is asked, and answers with the schema and rows that a test gives it.</summary>
internal sealed class RecordingEngine : IEngine, IEngineConfiguration
{
    private readonly ConcurrentDictionary<string, string> _settings = new();
    private readonly ConcurrentDictionary<LogicalPlan, StorageLevel> _levels = new();

    public event Action<QueryProgress>? Progress
    {
        add { }
        remove { }
    }

    public StructType Schema { get; set; } = StructType.FromDdl("a INT, b STRING");

    public IReadOnlyList<object?[]> Rows { get; set; } = [];

    public Func<LogicalPlan, Exception?> Refuse { get; set; } = _ => null;

    public List<LogicalPlan> Executed { get; } = [];

    public List<Command> Commands { get; } = [];

    public List<LogicalPlan> Kept { get; } = [];

    public List<string> Refreshed { get; } = [];

    public int RunningQueries { get; private set; }

    public bool IsDisposed { get; private set; }

    public bool HasEnded { get; set; }

    public string Version => "4.2.0";

    public IEngineConfiguration Configuration => this;

    public StructType Analyze(LogicalPlan plan) => Refuse(plan) is { } error ? throw error : Schema;

    public QueryResult Execute(LogicalPlan plan, CancellationToken cancellation = default)
    {
        if (Refuse(plan) is { } error)
        {
            throw error;
        }

        Executed.Add(plan);
        RunningQueries++;
        return new QueryResult(Schema, Rows.Select(values => new Row(values, Schema)), new Ended(() => RunningQueries--));
    }

    public LogicalPlan Execute(Command command, CancellationToken cancellation = default)
    {
        Commands.Add(command);
        return command is SqlCommand sql ? new SqlQuery(sql.Text) : new LocalRelation(StructType.Empty, []);
    }

    public string Explain(LogicalPlan plan, ExplainMode mode) => $"plan, {mode}";

    public IReadOnlyList<string> InputFiles(LogicalPlan plan) => ["file:/a.csv"];

    public bool IsLocal(LogicalPlan plan) => plan is LocalRelation;

    public bool IsStreaming(LogicalPlan plan) => false;

    public void Persist(LogicalPlan plan, StorageLevel level)
    {
        if (_levels.TryAdd(plan, level))
        {
            Kept.Add(plan);
        }
    }

    public void Unpersist(LogicalPlan plan, bool blocking = false)
    {
        _levels.TryRemove(plan, out _);
        Kept.Remove(plan);
    }

    public StorageLevel StorageLevel(LogicalPlan plan) => _levels.GetValueOrDefault(plan, Sql.StorageLevel.NONE);

    public void ClearCache() => Kept.ToList().ForEach(plan => Unpersist(plan));

    public void RefreshTable(string name) => Refreshed.Add(name);

    public LogicalPlan Checkpoint(LogicalPlan plan, bool isReliable, bool isEager) => new CachedRemoteRelation($"{isReliable} {isEager}");

    public IEngine NewSession(IReadOnlyDictionary<string, string> configuration) => new RecordingEngine();

    public void Dispose() => IsDisposed = true;

    public string? Get(string key) => _settings.GetValueOrDefault(key);

    public void Set(string key, string value) => _settings[key] = value;

    public void Unset(string key) => _settings.TryRemove(key, out _);

    public bool IsModifiable(string key) => key.StartsWith("spark.sql.", StringComparison.Ordinal);

    private sealed class Ended(Action action) : IDisposable
    {
        public void Dispose() => action();
    }
}
