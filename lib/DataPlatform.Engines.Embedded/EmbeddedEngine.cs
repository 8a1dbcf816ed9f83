using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Commands;
using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Engines.Embedded.Sql;
using DataPlatform.Plans;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded;

/// <summary>
/// Runs plans in this process: analyses them under Spark 4.2's rules (ANSI on), writes them as DuckDB SQL, and carries out Delta commands with <c>DataPlatform.Delta</c>.
/// What it cannot do exactly as Spark it refuses by name.
/// </summary>
public sealed class EmbeddedEngine : IEngine
{
    private readonly EmbeddedConfiguration _configuration;
    private readonly DuckDbSession _session;
    private readonly SessionCatalog _catalog;
    private readonly CommandRunner _commands;

    /// <summary>Starts an engine with an empty session.</summary>
    /// <param name="configuration">Settings by Spark's names; <c>spark.driver.memory</c>, <c>spark.driver.cores</c> and <c>spark.local.dir</c> are fixed from here on.</param>
    /// <exception cref="AnalysisException">A setting has a value that it cannot have.</exception>
    public EmbeddedEngine(IReadOnlyDictionary<string, string> configuration)
        : this(configuration, new TemporaryViews())
    {
    }

    private EmbeddedEngine(IReadOnlyDictionary<string, string> configuration, TemporaryViews globalViews)
    {
        _configuration = new EmbeddedConfiguration(configuration);
        _session = new DuckDbSession(EmbeddedSettings.From(configuration), _configuration[EmbeddedConfiguration.TimeZone]);
        _configuration.Changed += key =>
        {
            if (key == EmbeddedConfiguration.TimeZone)
            {
                _session.TimeZone = _configuration[key];
            }
        };
        _catalog = new SessionCatalog(this, _session, _configuration, globalViews);
        _commands = new CommandRunner(_session, _catalog, _configuration);
    }

    /// <inheritdoc/>
    public event Action<QueryProgress>? Progress
    {
        add { }
        remove { }
    }

    /// <inheritdoc/>
    public string Version => "4.2.0";

    /// <inheritdoc/>
    public bool HasEnded => false;

    /// <inheritdoc/>
    public IEngineConfiguration Configuration => _configuration;

    /// <inheritdoc/>
    public StructType Analyze(LogicalPlan plan) => Bind(plan).Schema;

    /// <inheritdoc/>
    public QueryResult Execute(LogicalPlan plan, CancellationToken cancellation = default)
    {
        if (plan is DescribeHistory history)
        {
            return Rows(_catalog.Tables.History(history));
        }

        var bound = Bind(plan);
        if (plan is LocalRelation local)
        {
            return Rows(local);
        }

        var schema = bound.Schema;
        var types = schema.Fields.Count == 0 ? [new IntegerType()] : schema.Fields.ConvertAll(f => f.DataType);
        var result = _session.Query(SqlGenerator.Query(bound, _session.TimeZone), types, cancellation);
        var rows = result.ReadAll().Select(values => new Row(schema.Fields.Count == 0 ? [] : values, schema));
        return new QueryResult(schema, rows, result);
    }

    /// <inheritdoc/>
    public LogicalPlan Execute(Command command, CancellationToken cancellation = default) => _commands.Run(command, cancellation);

    /// <inheritdoc/>
    public string Explain(LogicalPlan plan, ExplainMode mode)
    {
        var sql = SqlGenerator.Query(Bind(plan), _session.TimeZone);
        if (mode == ExplainMode.Codegen)
        {
            return sql;
        }

        ValueList<DataType> text = [new StringType(), new StringType()];
        var physical = string.Join('\n', _session.Rows($"EXPLAIN {sql}", text).Select(row => row[1]));
        return mode == ExplainMode.Simple
            ? $"== Physical Plan ==\n{physical}"
            : $"== Parsed Logical Plan ==\n{plan}\n\n== DuckDB SQL ==\n{sql}\n\n== Physical Plan ==\n{physical}";
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> InputFiles(LogicalPlan plan) =>
        [.. Bind(plan).Plan.SelfAndBelow().OfType<BoundScan>().SelectMany(scan => scan.Source.InputFiles).Distinct()];

    /// <inheritdoc/>
    public bool IsLocal(LogicalPlan plan) => plan is LocalRelation;

    /// <inheritdoc/>
    public bool IsStreaming(LogicalPlan plan) => false;

    /// <inheritdoc/>
    public void Persist(LogicalPlan plan, StorageLevel level)
    {
        Analyze(plan);
        _catalog.Persist(plan, level);
    }

    /// <inheritdoc/>
    public void Unpersist(LogicalPlan plan, bool blocking = false) => _catalog.Unpersist(plan);

    /// <inheritdoc/>
    public StorageLevel StorageLevel(LogicalPlan plan) => _catalog.LevelOf(plan);

    /// <inheritdoc/>
    public void ClearCache() => _catalog.UnpersistAll();

    /// <inheritdoc/>
    public void RefreshTable(string name)
    {
        // Tables and views are read anew at every use.
    }

    /// <inheritdoc/>
    /// <remarks>The rows are held in memory, and always computed at once.</remarks>
    public LogicalPlan Checkpoint(LogicalPlan plan, bool isReliable, bool isEager)
    {
        using var result = Execute(plan);
        return new LocalRelation(result.Schema, [.. result.Rows.Select(row => row.Values)]);
    }

    /// <inheritdoc/>
    public IEngine NewSession(IReadOnlyDictionary<string, string> configuration) => new EmbeddedEngine(configuration, _catalog.GlobalViews);

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    internal Bound Bind(LogicalPlan plan) => new Analyzer(_catalog).Bind(plan);

    private static QueryResult Rows(LocalRelation local) => new(local.Schema, local.Rows.Select(values => new Row(values, local.Schema)));
}
