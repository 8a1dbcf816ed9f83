using System.Collections.Concurrent;
using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Delta;
using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Engines.Embedded.Sources;
using DataPlatform.Engines.Embedded.Sql;
using DataPlatform.Plans;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded;

/// <summary>The session's temporary views, persisted relations and rows of the program, and what names and formats stand for.</summary>
internal sealed class SessionCatalog(EmbeddedEngine engine, DuckDbSession session, EmbeddedConfiguration configuration) : ICatalog
{
    private const string GlobalTemp = "global_temp";

    // Small enough to be written into the query.
    private const int InlineRows = 64;

    private readonly ConcurrentDictionary<string, LogicalPlan> _views = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, LogicalPlan> _globalViews = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<long, Lazy<TableSource>> _persisted = new();
    private readonly ConcurrentDictionary<LogicalPlan, StorageLevel> _levels = new();
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<object, TableSource> _local = [];

    /// <summary>The DuckDB behind the session.</summary>
    public DuckDbSession Session => session;

    /// <summary>The session time zone's name.</summary>
    public string TimeZone => session.TimeZone;

    /// <summary>The Delta tables.</summary>
    public DeltaTables Tables { get; } = new(session, configuration);

    public void CreateView(CreateDataFrameView view)
    {
        var views = view.IsGlobal ? _globalViews : _views;
        if (view.Replace)
        {
            engine.Analyze(view.Input);
            views[view.Name] = view.Input;
        }
        else if (!views.TryAdd(view.Name, view.Input))
        {
            throw new AnalysisException(
                "TEMP_TABLE_OR_VIEW_ALREADY_EXISTS", $"There is a temporary view `{view.Name}` already: replace it, or drop it first.", EmbeddedErrors.Of(("relationName", view.Name)));
        }
    }

    public void DropView(DropTempView view)
    {
        if (!(view.IsGlobal ? _globalViews : _views).TryRemove(view.Name, out _) && view.MustExist)
        {
            throw EmbeddedErrors.TableNotFound(view.Name, _views.Keys);
        }
    }

    public LogicalPlan Resolve(NamedTable table)
    {
        var parts = Identifiers.Split(table.Name);
        var view = parts switch
        {
            [var name] => _views.GetValueOrDefault(name),
            [var database, var name] when string.Equals(database, GlobalTemp, StringComparison.OrdinalIgnoreCase) => _globalViews.GetValueOrDefault(name),
            [var format, var path] when SourceFormats.IsKnown(format) => new DataSource(format.ToLowerInvariant(), null, table.Options, [path]),
            _ => null,
        };
        return view ?? throw EmbeddedErrors.TableNotFound(table.Name, _views.Keys);
    }

    public ISource Open(DataSource source) => source.Format.Equals("delta", StringComparison.OrdinalIgnoreCase)
        ? Tables.Open(source)
        : SourceFormats.Open(source, session);

    public ISource Open(LocalRelation local) => local.Rows.Count <= InlineRows
        ? new InlineSource(local)
        : _local.GetValue(local.Rows, _ => Load(local));

    public ISource Open(DescribeHistory history) => new InlineSource(Tables.History(history));

    public ValueList<Literal> DistinctValues(LogicalPlan plan, Expression column)
    {
        var limit = int.Parse(configuration[EmbeddedConfiguration.PivotMaxValues], System.Globalization.CultureInfo.InvariantCulture);
        var distinct = new Deduplicate(new Project(plan, [new Alias(column, "value")]), []);
        var sorted = new Limit(new Sort(distinct, [new SortOrder(new UnresolvedAttribute("value"))], IsGlobal: true), limit + 1);
        using var result = engine.Execute(sorted);
        var type = result.Schema.Fields[0].DataType;
        var values = result.Rows.Select(row => new Literal(row[0], type)).ToValueList();
        return values.Count <= limit
            ? values
            : throw new AnalysisException(
                "PIVOT_MAX_VALUES_EXCEEDED",
                $"The pivot column has more than {limit} values. Name the values wanted, or raise {EmbeddedConfiguration.PivotMaxValues}.");
    }

    /// <summary>Keeps a data frame's rows from its next use on. Tables and views without one are read at every use: what changed in them must be seen.</summary>
    public void Persist(LogicalPlan plan, StorageLevel level)
    {
        if (_levels.TryAdd(plan, level) && plan.PlanId is { } id)
        {
            _persisted.GetOrAdd(id, _ => new Lazy<TableSource>(() => Materialize(plan)));
        }
    }

    public void Unpersist(LogicalPlan plan)
    {
        if (_levels.TryRemove(plan, out _) && plan.PlanId is { } id && _persisted.TryRemove(id, out var source) && source.IsValueCreated)
        {
            session.DropTable(source.Value.Table);
        }
    }

    public void UnpersistAll()
    {
        foreach (var plan in _levels.Keys)
        {
            Unpersist(plan);
        }
    }

    public StorageLevel LevelOf(LogicalPlan plan) => _levels.GetValueOrDefault(plan, StorageLevel.NONE);

    public ISource? Persisted(LogicalPlan plan) =>
        plan.PlanId is { } id && _persisted.TryGetValue(id, out var source) ? source.Value : null;

    private TableSource Load(LocalRelation local)
    {
        var source = Create(local.Schema);
        session.Append(source.Table, local.Schema, local.Rows);
        return source;
    }

    private TableSource Materialize(LogicalPlan plan)
    {
        var bound = new Analyzer(this).Bind(plan with { PlanId = null });
        var source = Create(bound.Schema);
        session.Execute($"INSERT INTO {SqlText.Name(source.Table)} {SqlGenerator.Query(bound, session.TimeZone)}");
        return source;
    }

    private TableSource Create(StructType schema) => new(session.CreateTable(schema), schema);
}
