using System.Globalization;
using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Plans;

namespace DataPlatform.Engines.Embedded.Sql;

/// <summary>
/// Writes a settled plan as DuckDB SQL. Every relation is a SELECT whose columns are named <c>c</c> and their id; ids are unique in a plan, so that no name needs a qualifier
/// and a subquery names outer columns as they are.
/// </summary>
internal sealed partial class SqlGenerator
{
    private readonly string _timeZone;
    private readonly Dictionary<BoundPlan, IReadOnlyList<BoundExpression>> _filters;
    private int _aliases;

    private SqlGenerator(BoundPlan plan, string timeZone)
    {
        _timeZone = timeZone;
        _filters = FilterPushdown.Collect(plan);
    }

    /// <summary>A query whose columns are those that the relation shows, by their names; one that stands twice gets its position too.</summary>
    public static string Query(Bound bound, string timeZone) => new SqlGenerator(bound.Plan, timeZone).Final(bound);

    /// <summary>A query whose columns are named <c>c</c> and their id.</summary>
    public static string Internal(BoundPlan plan, string timeZone) => new SqlGenerator(plan, timeZone).Select(plan);

    /// <summary>The name of a column in SQL.</summary>
    public static string NameOf(BoundColumn column) => "c" + column.Id.ToString(CultureInfo.InvariantCulture);

    // DuckDB needs names that differ and are not empty; the caller takes the columns by position.
    private string Final(Bound bound)
    {
        if (bound.Scope.Columns.Count == 0)
        {
            return $"SELECT 1 AS none FROM {From(bound.Plan)}";
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var columns = bound.Scope.Columns.Select((c, i) => $"{NameOf(c.Column)} AS {SqlText.Name(c.Name.Length > 0 && names.Add(c.Name) ? c.Name : $"{c.Name}:{i + 1}")}");
        return $"SELECT {string.Join(", ", columns)} FROM {From(bound.Plan)}";
    }

    private string From(BoundPlan plan) => $"({Select(plan)}) AS t{++_aliases}";

    private string Select(BoundPlan plan) => plan switch
    {
        BoundOneRow => "SELECT 1 AS none",
        BoundScan scan => Scan(scan),
        BoundRange range => $"SELECT CAST(range AS BIGINT) AS {NameOf(range.Output[0])} FROM range({range.Start}, {range.End}, {range.Step})",
        BoundValues values => Values(values),
        BoundProject project => $"SELECT {Columns(project.Columns)} FROM {From(project.Input)}",
        BoundFilter filter => Filter(filter),
        BoundJoin join => Join(join),
        BoundAggregate aggregate => Aggregate(aggregate),
        BoundSort sort => $"SELECT * FROM {From(sort.Input)} ORDER BY {Orders(sort.Order)}",
        BoundLimit limit => $"SELECT * FROM {From(limit.Input)}{(limit.Count is { } n ? $" LIMIT {n}" : "")}{(limit.Skip > 0 ? $" OFFSET {limit.Skip}" : "")}",
        BoundTail tail => Tail(tail),
        BoundDistinct distinct => Distinct(distinct),
        BoundSetOperation operation => SetOperation(operation),
        BoundSample sample => Sample(sample),
        BoundGenerate generate => Generate(generate),
        BoundInZone zoned => Internal(zoned.Input, zoned.TimeZone),
        _ => throw new InvalidOperationException($"No SQL for {plan.GetType().Name}."),
    };

    private static string None(BoundPlan plan) => plan.Output.Count == 0 ? "1 AS none" : string.Join(", ", plan.Output.Select(NameOf));

    // What numbers rows, as rand does, is a window function to DuckDB, which WHERE does not take.
    private string Filter(BoundFilter filter) => filter.Condition.IsVolatile || filter.IsOverWindows
        ? $"SELECT * EXCLUDE (kept_) FROM (SELECT *, {Expression(filter.Condition)} AS kept_ FROM {From(filter.Input)}) WHERE kept_"
        : $"SELECT * FROM {From(filter.Input)} WHERE {string.Join(" AND ", filter.Condition.Conjuncts().Select(Condition))}";

    private string Columns(ValueList<NamedExpression> columns) => columns.Count == 0
        ? "1 AS none"
        : string.Join(", ", columns.Select(c => c.Expression is BoundColumn source && source.Id == c.Output.Id
            ? NameOf(source)
            : $"{Expression(c.Expression)} AS {NameOf(c.Output)}"));

    private string Scan(BoundScan scan) => scan.Source.ToSql(_filters.GetValueOrDefault(scan, []), scan.Output);

    private string Values(BoundValues values)
    {
        var rows = values.Rows.Select(row => $"({string.Join(", ", row.Select(Expression))})");
        return $"SELECT * FROM (VALUES {string.Join(", ", rows)}) AS v({string.Join(", ", values.Output.Select(NameOf))})";
    }

    private string Join(BoundJoin join)
    {
        var condition = join.Condition is null ? "TRUE" : Expression(join.Condition);
        var (left, right) = (From(join.Left), From(join.Right));
        var clause = join.Type switch
        {
            JoinType.Cross => $"CROSS JOIN {right}",
            JoinType.Inner when join.Condition is null => $"CROSS JOIN {right}",
            JoinType.Inner => $"JOIN {right} ON {condition}",
            JoinType.LeftOuter => $"LEFT JOIN {right} ON {condition}",
            JoinType.RightOuter => $"RIGHT JOIN {right} ON {condition}",
            JoinType.FullOuter => $"FULL JOIN {right} ON {condition}",
            JoinType.LeftSemi => $"SEMI JOIN {right} ON {condition}",
            JoinType.LeftAnti => $"ANTI JOIN {right} ON {condition}",
            _ => throw new InvalidOperationException($"No SQL for the join {join.Type}."),
        };
        return $"SELECT {None(join)} FROM {left} {clause}";
    }

    private string Aggregate(BoundAggregate aggregate)
    {
        if (aggregate.Keys.Count == 0)
        {
            // GROUP BY () makes the one row of a global aggregate also where no column is an aggregate.
            return $"SELECT {Columns(aggregate.Aggregates)} FROM {From(aggregate.Input)} GROUP BY ()";
        }

        var keys = string.Join(", ", aggregate.Keys.Select(k => $"{Key(k.Expression, aggregate.Sets is null)} AS {NameOf(k.Output)}"));
        var input = $"(SELECT *, {keys} FROM {From(aggregate.Input)}) AS t{++_aliases}";
        var grouping = aggregate.Sets is null
            ? string.Join(", ", aggregate.Keys.Select(k => NameOf(k.Output)))
            : $"GROUPING SETS ({string.Join(", ", aggregate.Sets.Select(set => $"({string.Join(", ", set.Select(i => NameOf(aggregate.Keys[i].Output)))})"))})";

        // Without rows Spark makes no groups, not even the grand total.
        var someRows = aggregate.Sets?.Any(set => set.Count == 0) == true ? " HAVING count(*) > 0" : "";
        return $"SELECT {Columns(aggregate.Aggregates)} FROM {input} GROUP BY {grouping}{someRows}";
    }

    // A constant tells no rows apart, so that Spark leaves it as it is, unless it makes several groupings of the rows.
    private string Key(BoundExpression key, bool isOneGrouping) =>
        isOneGrouping && Constants.IsConstant(Constants.Inlined(key)) ? Expression(key) : ZeroSql.Of(Expression(key), key.Type);

    private string Tail(BoundTail tail) =>
        $"SELECT {None(tail)} FROM (SELECT *, row_number() OVER () AS row, count(*) OVER () AS rows FROM {From(tail.Input)}) " +
        $"WHERE row > rows - {tail.Count} ORDER BY row";

    private string Distinct(BoundDistinct distinct)
    {
        var zeros = distinct.Keys.Where(key => key.Constant is null && ZeroSql.Concerns(key.Type)).Select(key => $"{ZeroSql.Of(NameOf(key), key.Type)} AS {NameOf(key)}").ToList();
        var input = zeros.Count == 0 ? From(distinct.Input) : $"(SELECT * REPLACE ({string.Join(", ", zeros)}) FROM {From(distinct.Input)}) AS t{++_aliases}";
        return distinct.Keys.Count == distinct.Output.Count
            ? $"SELECT DISTINCT {None(distinct)} FROM {input}"
            : $"SELECT DISTINCT ON ({string.Join(", ", distinct.Keys.Select(NameOf))}) {None(distinct)} FROM {input}";
    }

    private string SetOperation(BoundSetOperation operation)
    {
        var word = operation.Kind switch
        {
            SetOperationKind.Union => "UNION",
            SetOperationKind.Intersect => "INTERSECT",
            _ => "EXCEPT",
        };
        var comparesRows = operation.Kind != SetOperationKind.Union || !operation.IsAll;
        var columns = operation.Output.Select((c, i) => (Name: NameOf(operation.Left.Output[i]), Column: c))
            .Select(pair => $"{(comparesRows && pair.Column.Constant is null ? ZeroSql.Of(pair.Name, pair.Column.Type) : pair.Name)} AS {NameOf(pair.Column)}");
        return $"SELECT {string.Join(", ", columns)} FROM (SELECT {None(operation.Left)} FROM {From(operation.Left)} {word}{(operation.IsAll ? " ALL" : "")} " +
            $"SELECT {None(operation.Right)} FROM {From(operation.Right)}) AS t{++_aliases}";
    }

    // The parts of one split share a seed, so that a row's number falls in exactly one of them.
    private string Sample(BoundSample sample)
    {
        if (sample.WithReplacement)
        {
            throw EmbeddedErrors.UnsupportedFeature("a sample with replacement", "Sample without replacement, or run the job on Spark.");
        }

        var bounds = string.Create(CultureInfo.InvariantCulture, $"number >= {sample.LowerBound:R} AND number < {sample.UpperBound:R}");
        return $"SELECT {None(sample)} FROM (SELECT *, {RandomSql.Uniform("row_number() OVER ()", $"CAST({sample.Seed} AS BIGINT)")} AS number " +
            $"FROM {From(sample.Input)}) WHERE {bounds}";
    }

    private string Generate(BoundGenerate generate)
    {
        // DuckDB finds no outer column inside a lambda of a lateral query, so what is computed for the generator is computed before it.
        var computed = new List<(BoundColumn Column, BoundExpression Value)>();
        var arguments = generate.Generator.Arguments.Map(argument => argument is BoundLiteral or BoundColumn ? argument : Computed(argument, computed));
        var before = string.Concat(computed.Select(c => $", {Expression(c.Value)} AS {NameOf(c.Column)}"));
        var input = before.Length == 0 ? From(generate.Input) : $"(SELECT *{before} FROM {From(generate.Input)}) AS t{++_aliases}";
        var columns = string.Join(", ", generate.Generated.Select(NameOf));
        var lateral = $"LATERAL ({Expression(generate.Generator with { Arguments = arguments })}) AS t{++_aliases}({columns})";
        return $"SELECT {None(generate)} FROM {input} {(generate.IsOuter ? $"LEFT JOIN {lateral} ON TRUE" : $"CROSS JOIN {lateral}")}";
    }

    private BoundExpression Computed(BoundExpression argument, List<(BoundColumn Column, BoundExpression Value)> computed)
    {
        // The analyzer counts from 1, so that no column of the plan has such a number.
        var column = new BoundColumn(int.MaxValue - ++_aliases, "", argument.Type, argument.IsNullable);
        computed.Add((column, argument));
        return column;
    }

    // DuckDB takes a column that it sorts by from its sort keys, where zeros have no sign; one that it sorts by an expression of keeps it.
    private string Orders(IEnumerable<BoundSortOrder> orders) => string.Join(
        ", ", orders.Select(o => $"{OrderKeySql.Of(ZeroSql.Of(Expression(o.Child), o.Child.Type), o.Child.Type)} {(o.IsAscending ? "ASC" : "DESC")} NULLS {(o.NullsFirst ? "FIRST" : "LAST")}"));
}
