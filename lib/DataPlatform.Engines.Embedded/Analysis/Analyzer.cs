using DataPlatform.Engines.Embedded.Natives;
using DataPlatform.Engines.Embedded.Sources;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>Settles a plan under Spark's rules: names, functions, types, and every cast, bottom up.</summary>
/// <param name="catalog">What tables and data sources are.</param>
/// <param name="views">What temporary views there are.</param>
internal sealed partial class Analyzer(ICatalog catalog, ViewNames views)
{
    private readonly Stack<TemporaryView> _within = new();
    private ViewNames _views = views;
    private readonly Dictionary<UnresolvedFunction, long> _seeds = new(ReferenceEqualityComparer.Instance);
    private int _lastId;

    public Analyzer(ICatalog catalog)
        : this(catalog, catalog.Views)
    {
    }

    /// <summary>The session's time zone; within a view, that in which the view was made.</summary>
    public SparkTimeZone TimeZone { get; private set; } = SparkTimeZone.Get(catalog.TimeZone);

    /// <summary>An id that no other column of this plan has.</summary>
    public int NextId() => ++_lastId;

    /// <summary>The seed drawn for a function that is not given one: a query that names one common table twice means the same values by it.</summary>
    public long SeedOf(UnresolvedFunction function) => _seeds.TryGetValue(function, out var seed) ? seed : _seeds[function] = Random.Shared.NextInt64();

    /// <summary>A new output column for an expression.</summary>
    public NamedExpression Named(string name, BoundExpression expression) => new(
        new BoundColumn(NextId(), name, expression.Type, expression.IsNullable) { Metadata = (expression as BoundColumn)?.Metadata },
        expression);

    /// <summary>The settled relation.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="outer">What a subquery may name beyond its own relations; null outside subqueries.</param>
    /// <exception cref="AnalysisException">A name, function or type cannot be settled, or a feature is refused by name.</exception>
    public Bound Bind(LogicalPlan plan, Scope? outer = null)
    {
        var bound = catalog.Persisted(plan) is { } kept ? Scan(kept) : BindNode(plan, outer);
        return plan.PlanId is null ? bound : bound with { Scope = bound.Scope.Named(plan.PlanId) };
    }

    private Bound BindNode(LogicalPlan plan, Scope? outer) => plan switch
    {
        NamedTable table => NamedTable(table),
        DataSource source => Scan(catalog.Open(source)),
        LocalRelation local => Scan(catalog.Open(local)),
        InlineTable table => InlineTable(table, outer),
        RangeRelation range => Range(range),
        SqlQuery sql => Bind(SqlParser.ParseQuery(sql.Query), outer),
        OneRow => new Bound(new BoundOneRow(), Scope.Empty),
        DescribeHistory history => Scan(catalog.Open(history)),
        SubqueryAlias alias => SubqueryAlias(alias, outer),
        Project project => Project(project, outer),
        Filter filter => Filter(filter, outer),
        Join join => Join(join, outer),
        Generate generate => Generate(generate, outer),
        SetOperation operation => SetOperation(operation, outer),
        Sort sort => Sort(sort, outer),
        Limit limit => Same(Bind(limit.Input, outer), input => new BoundLimit(input, NotNegative(limit.Count), 0)),
        Offset offset => Same(Bind(offset.Input, outer), input => new BoundLimit(input, null, NotNegative(offset.Count))),
        Tail tail => Same(Bind(tail.Input, outer), input => new BoundTail(input, tail.Count)),
        Aggregate aggregate => Aggregate(aggregate, outer),
        Deduplicate deduplicate => Deduplicate(deduplicate, outer),
        Sample sample => Same(
            Bind(sample.Input, outer),
            input => new BoundSample(input, sample.LowerBound, sample.UpperBound, sample.WithReplacement, sample.Seed)),

        Repartition repartition => Repartition(repartition, outer),

        // There is no planner to advise.
        Hint hint => Bind(hint.Input, outer),
        ToDF toDF => ToDF(toDF, outer),
        WithColumns columns => WithColumns(columns, outer),
        WithColumnsRenamed renamed => WithColumnsRenamed(renamed, outer),
        Drop drop => Drop(drop, outer),
        NAFill fill => NAFill(fill, outer),
        NADrop drop => NADrop(drop, outer),
        NAReplace replace => NAReplace(replace, outer),
        StatSummary summary => Summary(summary.Input, [], summary.Statistics, outer),
        StatDescribe describe => Summary(describe.Input, describe.Columns, ["count", "mean", "stddev", "min", "max"], outer),
        StatCrosstab crosstab => Crosstab(crosstab, outer),
        _ => throw EmbeddedErrors.UnsupportedFeature($"the relation {plan.GetType().Name}", "Run the job on Spark."),
    };

    private static Bound Same(Bound input, Func<BoundPlan, BoundPlan> wrap) => new(wrap(input.Plan), input.Scope);

    private static int NotNegative(int count) => count >= 0
        ? count
        : throw new AnalysisException("INVALID_LIMIT_LIKE_EXPRESSION.IS_NEGATIVE", $"A limit or offset cannot be negative; it is {count}.");

    // In one process there is nothing to spread rows over.
    private Bound Repartition(Repartition repartition, Scope? outer)
    {
        var input = Bind(repartition.Input, outer);
        var binder = new ExpressionBinder(this, input.Scope, outer);
        foreach (var expression in repartition.Expressions)
        {
            binder.Bind(expression is SortOrder order ? order.Child : expression);
        }

        return input;
    }

    private Bound Scan(ISource source)
    {
        var columns = source.Schema.Fields
            .Select(f => new BoundColumn(NextId(), f.Name, f.DataType, f.IsNullable) { Metadata = f.Metadata })
            .ToValueList();
        if (source.HiddenField is not { } field)
        {
            return new Bound(new BoundScan(source, columns), new Scope(columns.Select(c => new ScopeColumn(c, []))));
        }

        var hidden = new BoundColumn(NextId(), field.Name, field.DataType, field.IsNullable);
        var scope = new Scope(columns.Select(c => new ScopeColumn(c, [])), hidden: [new ScopeColumn(hidden, [])]);
        return new Bound(new BoundScan(source, columns.Concat([hidden])), scope);
    }

    private Bound Range(RangeRelation range)
    {
        if (range.Step == 0)
        {
            throw new AnalysisException("INVALID_PARAMETER_VALUE.ZERO_STEP", "The step of a range cannot be 0.");
        }

        var id = new BoundColumn(NextId(), "id", new LongType(), IsNullable: false);
        return new Bound(new BoundRange(range.Start, range.End, range.Step, [id]), new Scope([new ScopeColumn(id, [])]));
    }

    private Bound InlineTable(InlineTable table, Scope? outer)
    {
        var binder = new ExpressionBinder(this, Scope.Empty, outer);
        var rows = table.Rows.SelectMany(row => row).Any(HasGenerator) ? throw EmbeddedErrors.NotByItself() : table.Rows.Map(row => row.Map(binder.Bind));
        if (rows.SelectMany(row => row).Any(value => value.IsVolatile || HasAggregate(value) || HasWindow(value)))
        {
            throw EmbeddedErrors.NotByItself();
        }

        var width = rows[0].Count;
        if (rows.FirstOrDefault(row => row.Count != width) is { } odd)
        {
            throw new AnalysisException(
                "INVALID_INLINE_TABLE.NUM_COLUMNS_MISMATCH", $"The rows of VALUES differ in length: {width} and {odd.Count}.");
        }

        var types = Enumerable.Range(0, width).Select(i => Functions.TypeCoercion.CommonTypeOfRows(rows.Select(row => row[i].Type)) ??
            throw new AnalysisException(
                "INVALID_INLINE_TABLE.INCOMPATIBLE_TYPES_IN_INLINE_TABLE", $"The values of column {i + 1} of VALUES have no common type.")).ToList();
        var columns = types
            .Select((type, i) => new BoundColumn(NextId(), $"col{i + 1}", type, rows.Any(row => row[i].IsNullable)))
            .ToValueList();
        var cast = rows.Map(row => row.Select((value, i) => Casts.To(value, types[i])).ToValueList());
        return new Bound(new BoundValues(cast, columns), new Scope(columns.Select(c => new ScopeColumn(c, []))));
    }

    private Bound SubqueryAlias(SubqueryAlias alias, Scope? outer)
    {
        var input = Bind(alias.Input, outer);
        return new Bound(input.Plan, input.Scope.Qualified([alias.Name]));
    }

    private Bound SetOperation(SetOperation operation, Scope? outer)
    {
        var (left, right) = (Bind(operation.Left, outer), Bind(operation.Right, outer));
        var (leftColumns, rightColumns) = operation.ByName
            ? ByName(left, right, operation.AllowMissingColumns)
            : (left.Scope.Columns.Map(c => (BoundExpression)c.Column), right.Scope.Columns.Map(c => (BoundExpression)c.Column));
        if (leftColumns.Count != rightColumns.Count)
        {
            throw new AnalysisException(
                "NUM_COLUMNS_MISMATCH",
                $"{operation.Kind} needs both sides to have as many columns; the left has {leftColumns.Count}, the right {rightColumns.Count}.",
                EmbeddedErrors.Of(("firstNumColumns", $"{leftColumns.Count}"), ("invalidNumColumns", $"{rightColumns.Count}")));
        }

        var names = leftColumns.Select((c, i) => c is BoundColumn column ? column.Name : ((BoundColumn)rightColumns[i]).Name).ToList();
        var types = leftColumns.Zip(rightColumns, (l, r) => Functions.TypeCoercion.CommonType(l.Type, r.Type)).ToList();
        for (var i = 0; i < types.Count; i++)
        {
            if (types[i] is null)
            {
                throw new AnalysisException(
                    "INCOMPATIBLE_COLUMN_TYPE",
                    $"Column {i + 1} (`{names[i]}`) of {operation.Kind} is {leftColumns[i].Type.Sql} on the left and {rightColumns[i].Type.Sql} on the right. Cast one.",
                    EmbeddedErrors.Of(("columnOrdinalNumber", $"{i + 1}")));
            }
        }

        BoundPlan Aligned(BoundPlan plan, ValueList<BoundExpression> columns) =>
            new BoundProject(plan, columns.Select((c, i) => Named(names[i], Casts.To(c, types[i]!))).Marked(plan));

        var (leftPlan, rightPlan) = (Aligned(left.Plan, leftColumns), Aligned(right.Plan, rightColumns));
        BoundColumn Output(BoundColumn left, BoundColumn right, DataType before) => Constants.Marked(
            new BoundColumn(
                NextId(),
                left.Name,
                operation.Kind == SetOperationKind.Union ? left.Type : Kept(before, left.Type),
                operation.Kind switch
                {
                    SetOperationKind.Union => left.IsNullable || right.IsNullable,
                    SetOperationKind.Intersect => left.IsNullable && right.IsNullable,
                    _ => left.IsNullable,
                }),
            left,
            right,
            operation.Kind,
            operation.IsAll);

        var output = leftPlan.Output.Select((c, i) => Output(c, rightPlan.Output[i], leftColumns[i].Type)).ToValueList();
        var scope = left.Scope.Join(right.Scope).WithColumns(output.Select(c => new ScopeColumn(c, [])));
        return new Bound(new BoundSetOperation(leftPlan, rightPlan, operation.Kind, operation.IsAll, output), scope);
    }

    // What is left of the left side's rows may hold no more nulls inside than they did.
    private static DataType Kept(DataType left, DataType both) => left.AsNullable() == both.AsNullable() ? left : both;

    private static (ValueList<BoundExpression> Left, ValueList<BoundExpression> Right) ByName(Bound left, Bound right, bool allowMissing)
    {
        BoundColumn? Find(Bound side, string name) =>
            side.Scope.Columns.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase))?.Column;

        AnalysisException Missing(string name, Bound side) => EmbeddedErrors.UnresolvedFieldName(name, side.Scope.Columns.Select(c => c.Name));

        var (lefts, rights) = (new List<BoundExpression>(), new List<BoundExpression>());
        foreach (var column in left.Scope.Columns)
        {
            lefts.Add(column.Column);
            rights.Add((BoundExpression?)Find(right, column.Name) ??
                (allowMissing ? new BoundLiteral(null, column.Column.Type) : throw Missing(column.Name, right)));
        }

        foreach (var column in right.Scope.Columns.Where(c => Find(left, c.Name) is null))
        {
            lefts.Add(allowMissing ? new BoundLiteral(null, column.Column.Type) : throw Missing(column.Name, left));
            rights.Add(column.Column);
        }

        return (lefts.ToValueList(), rights.ToValueList());
    }
}
