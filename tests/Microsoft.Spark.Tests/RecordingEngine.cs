using System.Collections.Concurrent;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql.Tests;

/// <summary>An engine that computes nothing: it keeps what it is asked, and answers with the schema and rows that a test gives it.</summary>
internal sealed class RecordingEngine : IEngine, IEngineConfiguration
{
    private readonly ConcurrentDictionary<string, string> _settings = new();

    public StructType Schema { get; set; } = StructType.FromDdl("a INT, b STRING");

    public IReadOnlyList<object?[]> Rows { get; set; } = [];

    public Func<LogicalPlan, Exception?> Refuse { get; set; } = _ => null;

    public List<LogicalPlan> Executed { get; } = [];

    public List<Command> Commands { get; } = [];

    public List<LogicalPlan> Kept { get; } = [];

    public int RunningQueries { get; private set; }

    public bool IsDisposed { get; private set; }

    public string Version => "4.2.0";

    public IEngineConfiguration Configuration => this;

    public StructType Analyze(LogicalPlan plan) => Refuse(plan) is { } error ? throw error : Schema;

    public QueryResult Execute(LogicalPlan plan, CancellationToken cancellation = default)
    {
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

    public void Persist(LogicalPlan plan) => Kept.Add(plan);

    public void Unpersist(LogicalPlan plan) => Kept.Remove(plan);

    public void Dispose() => IsDisposed = true;

    public string? Get(string key) => _settings.GetValueOrDefault(key);

    public void Set(string key, string value) => _settings[key] = value;

    public void Unset(string key) => _settings.TryRemove(key, out _);

    public bool IsModifiable(string key) => !key.StartsWith("spark.driver.", StringComparison.Ordinal);

    private sealed class Ended(Action action) : IDisposable
    {
        public void Dispose() => action();
    }
}
