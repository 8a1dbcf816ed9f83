using DataPlatform.Plans;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <content>Joins and generators.</content>
internal sealed partial class Analyzer
{
    private Bound Join(Join join, Scope? outer)
    {
        var (left, right) = (Bind(join.Left, outer), Bind(join.Right, outer));
        if (join.IsNatural)
        {
            var names = left.Scope.Columns.Select(c => c.Name).Where(name => right.Scope.Columns.Any(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase)));
            join = join with { UsingColumns = names.ToValueList() };
        }

        return join.UsingColumns.Count > 0 ? UsingJoin(join, left, right) : ConditionJoin(join, left, right, outer);
    }

    private Bound ConditionJoin(Join join, Bound left, Bound right, Scope? outer)
    {
        var both = left.Scope.Join(right.Scope);
        var condition = join.Condition is null ? null : new ExpressionBinder(this, both, outer).Condition(join.Condition);
        var type = join.Type == JoinType.Cross && condition is not null ? JoinType.Inner : join.Type;
        if (condition is not null && (HasAggregate(condition) || HasWindow(condition)))
        {
            throw EmbeddedErrors.UnsupportedExpression("The condition of a join", "filter by that after the join");
        }

        if (condition is { IsVolatile: true })
        {
            throw new AnalysisException("INVALID_NON_DETERMINISTIC_EXPRESSIONS", "A join condition cannot hold what differs from call to call, as rand does: make a column of it first.");
        }

        if (type is not (JoinType.Inner or JoinType.Cross) && condition?.Any(part => part is BoundSubquery) == true)
        {
            throw EmbeddedErrors.UnsupportedFeature($"a query inside the condition of a {type} join", "Make a column of it first, or run the job on Spark.");
        }

        if (type is JoinType.LeftSemi or JoinType.LeftAnti)
        {
            return new Bound(new BoundJoin(left.Plan, right.Plan, type, condition, left.Plan.Output), left.Scope);
        }

        var (leftIsFilled, rightIsFilled) = (type is JoinType.RightOuter or JoinType.FullOuter, type is JoinType.LeftOuter or JoinType.FullOuter);
        var columns = left.Scope.Columns.Select(c => Nullable(c, leftIsFilled)).Concat(right.Scope.Columns.Select(c => Nullable(c, rightIsFilled))).ToValueList();
        var hidden = OtherKeys(left, leftIsFilled).Concat(OtherKeys(right, rightIsFilled)).ToValueList();
        var plan = new BoundJoin(left.Plan, right.Plan, type, condition, columns.Concat(hidden).Map(c => c.Column));
        return new Bound(plan, new Scope(columns, both.Frames, hidden));
    }

    private Bound UsingJoin(Join join, Bound left, Bound right)
    {
        var pairs = join.UsingColumns.Map(name => (Name: name, Left: Single(left, name), Right: Single(right, name)));
        BoundExpression? condition = null;
        foreach (var (_, l, r) in pairs)
        {
            var equal = FunctionResolver.Resolve("=", FunctionResolver.Rows("="), [l, r]);
            condition = condition is null ? equal : FunctionResolver.Resolve("and", FunctionResolver.Rows("and"), [condition, equal]);
        }

        var type = join.Type == JoinType.Cross ? JoinType.Inner : join.Type;
        if (type is JoinType.LeftSemi or JoinType.LeftAnti)
        {
            var semi = new BoundJoin(left.Plan, right.Plan, type, condition, left.Plan.Output);
            var kept = pairs.Select(p => p.Left).Concat(left.Scope.Columns.Select(c => c.Column).Where(c => !pairs.Any(p => p.Left.Id == c.Id)));
            return Projected(new Bound(semi, left.Scope), kept.Select(Passed));
        }

        var (leftIsFilled, rightIsFilled) = (type is JoinType.RightOuter or JoinType.FullOuter, type is JoinType.LeftOuter or JoinType.FullOuter);
        var leftColumns = left.Scope.Columns.Select(c => Nullable(c, leftIsFilled)).ToList();
        var rightColumns = right.Scope.Columns.Select(c => Nullable(c, rightIsFilled)).ToList();
        var both = left.Scope.Join(right.Scope).WithColumns(leftColumns.Concat(rightColumns));
        var earlier = OtherKeys(left, leftIsFilled).Concat(OtherKeys(right, rightIsFilled)).ToList();
        var plan = new BoundJoin(left.Plan, right.Plan, type, condition, both.Columns.Concat(earlier).Select(c => c.Column).ToValueList());
        var keys = pairs.Map(p => Key(p.Name, type, p.Left, p.Right));
        var others = both.Columns.Select(c => c.Column).Where(c => !pairs.Any(p => p.Left.Id == c.Id || p.Right.Id == c.Id)).Select(Passed).ToList();

        // The keys that the output has not: a qualified name still means them, and so does a star behind their qualifier.
        var hidden = leftColumns.Where(c => type is JoinType.RightOuter or JoinType.FullOuter && pairs.Any(p => p.Left.Id == c.Column.Id))
            .Concat(rightColumns.Where(c => type is not JoinType.RightOuter && pairs.Any(p => p.Right.Id == c.Column.Id)))
            .Select(c => c with { NeedsQualifier = true })
            .Concat(earlier)
            .ToValueList();
        var joined = Projected(new Bound(plan, both), keys.Concat(others).Concat(hidden.Select(c => Passed(c.Column))));
        return joined with { Scope = new Scope(joined.Scope.Columns.Take(keys.Count + others.Count), both.Frames, hidden) };
    }

    // Of a USING below: keys that need their qualifier.
    private static IEnumerable<ScopeColumn> OtherKeys(Bound side, bool isFilled) => side.Scope.Hidden.Where(c => c.NeedsQualifier).Select(c => Nullable(c, isFilled));

    // The key of the side that is always there; of both where either may be missing.
    private NamedExpression Key(string name, JoinType type, BoundColumn left, BoundColumn right) => type switch
    {
        JoinType.RightOuter => Passed(right),
        JoinType.FullOuter => Named(left.Name == name ? name : left.Name, Coalesce(left.Unmarked() with { IsNullable = true }, right.Unmarked() with { IsNullable = true })),
        _ => Passed(left),
    };

    private static BoundCall Coalesce(BoundColumn left, BoundColumn right) =>
        FunctionResolver.Resolve("coalesce", FunctionResolver.Rows("coalesce"), [left, right]);

    private static BoundColumn Single(Bound side, string name)
    {
        var found = side.Scope.Columns.Where(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count switch
        {
            1 => found[0].Column,
            0 => throw new AnalysisException(
                "UNRESOLVED_USING_COLUMN_FOR_JOIN",
                $"The join column `{name}` is missing on one side; it has {string.Join(", ", side.Scope.Columns.Select(c => c.Name))}.",
                EmbeddedErrors.Of(("colName", name))),
            _ => throw EmbeddedErrors.AmbiguousReference(name, found.Select(f => string.Join(".", f.Qualifiers.Append(f.Name)))),
        };
    }

    private static ScopeColumn Nullable(ScopeColumn column, bool isFilled) =>
        isFilled ? column with { Column = column.Column.Unmarked() with { IsNullable = true } } : column;
}
