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
/// <param name="engine">The session's engine.</param>
/// <param name="session">Its DuckDB.</param>
/// <param name="configuration">Its settings.</param>
/// <param name="globalViews">The views of <c>global_temp</c>, which all sessions of a program share.</param>
internal sealed class SessionCatalog(EmbeddedEngine engine, DuckDbSession session, EmbeddedConfiguration configuration, TemporaryViews globalViews) : ICatalog
{
    // Small enough to be written into the query.
    private const int InlineRows = 64;

    private readonly TemporaryViews _views = new();
    private readonly ConcurrentDictionary<long, Lazy<TableSource>> _persisted = new();
    private readonly ConcurrentDictionary<LogicalPlan, (StorageLevel Level, long? PlanId)> _levels = new();
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<object, TableSource> _local = [];

    /// <summary>The DuckDB behind the session.</summary>
    public DuckDbSession Session => session;

    /// <summary>The views of <c>global_temp</c>.</summary>
    public TemporaryViews GlobalViews => globalViews;

    /// <summary>The session time zone's name.</summary>
    public string TimeZone => session.TimeZone;

    /// <summary>The Delta tables.</summary>
    public DeltaTables Tables { get; } = new(session, configuration);

    public ViewNames Views => new(_views.Current, globalViews.Current);

    /// <summary>Names a data frame, as it is settled now.</summary>
    /// <exception cref="AnalysisException">It cannot be settled, or <c>TEMP_TABLE_OR_VIEW_ALREADY_EXISTS</c>.</exception>
    public void CreateView(CreateDataFrameView view)
    {
        engine.Analyze(view.Input);
        ViewsOf(view.IsGlobal).Create(Identifiers.Split(view.Name)[^1], new TemporaryView(view.Input, TimeZone) { Views = Views }, view.Replace);
    }

    /// <summary>Names a query's text.</summary>
    /// <exception cref="AnalysisException">
    /// It cannot be settled, names its columns badly (<c>CREATE_VIEW_COLUMN_ARITY_MISMATCH</c>, <c>COLUMN_ALREADY_EXISTS</c>), reads itself (<c>RECURSIVE_VIEW</c>), or
    /// <c>TEMP_TABLE_OR_VIEW_ALREADY_EXISTS</c>.
    /// </exception>
    public void CreateView(CreateTempView view)
    {
        var made = new TemporaryView(view.Query, TimeZone) { Text = TextColumns.Of(view, engine.Analyze(view.Query)) };
        new Analyzer(this, Views.With(view.Name, view.IsGlobal, made)).BindView(view.Name, made);
        ViewsOf(view.IsGlobal).Create(view.Name, made, view.Replace);
    }

    public void DropView(DropTempView view)
    {
        if (!ViewsOf(view.IsGlobal).Drop(view.Name) && view.MustExist)
        {
            throw EmbeddedErrors.TableNotFound(view.Name, _views.Current.Keys);
        }
    }

    public DataSource Resolve(NamedTable table) => Identifiers.Split(table.Name) is [var format, var path] && SourceFormats.IsKnown(format)
        ? new DataSource(format.ToLowerInvariant(), null, table.Options, [path])
        : throw EmbeddedErrors.TableNotFound(table.Name, _views.Current.Keys);

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

    /// <summary>
    /// Keeps a data frame's rows from its next use on. Another data frame of the same plan is kept too, as Spark says, but computes its rows itself; tables and views
    /// are read at every use: what changed in them must be seen.
    /// </summary>
    public void Persist(LogicalPlan plan, StorageLevel level)
    {
        if (_levels.TryAdd(WithoutIds(plan), (level, plan.PlanId)) && plan.PlanId is { } id)
        {
            _persisted.GetOrAdd(id, _ => new Lazy<TableSource>(() => Materialize(plan)));
        }
    }

    public void Unpersist(LogicalPlan plan)
    {
        if (_levels.TryRemove(WithoutIds(plan), out var kept) && kept.PlanId is { } id && _persisted.TryRemove(id, out var source) && source.IsValueCreated)
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

    public StorageLevel LevelOf(LogicalPlan plan) => _levels.TryGetValue(WithoutIds(plan), out var kept) ? kept.Level : StorageLevel.NONE;

    public ISource? Persisted(LogicalPlan plan) =>
        plan.PlanId is { } id && _persisted.TryGetValue(id, out var source) ? source.Value : null;

    private TemporaryViews ViewsOf(bool isGlobal) => isGlobal ? globalViews : _views;

    private static LogicalPlan WithoutIds(LogicalPlan plan) => plan.Rewrite(node => node with { PlanId = null });

    private TableSource Load(LocalRelation local)
    {
        var source = Create(local.Schema, isLocal: true);
        session.Append(source.Table, local.Schema, local.Rows);
        return source;
    }

    private TableSource Materialize(LogicalPlan plan)
    {
        var bound = new Analyzer(this).Bind(plan with { PlanId = null });
        var source = Create(bound.Schema, isLocal: false);
        session.Execute($"INSERT INTO {SqlText.Name(source.Table)} {SqlGenerator.Query(bound, session.TimeZone)}");
        return source;
    }

    private TableSource Create(StructType schema, bool isLocal) => new(session.CreateTable(schema), schema, isLocal);
}
