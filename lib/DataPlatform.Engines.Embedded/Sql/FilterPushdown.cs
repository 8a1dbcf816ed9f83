using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Plans;

namespace DataPlatform.Engines.Embedded.Sql;

/// <summary>
/// Finds, for each scan, the conditions that all its rows must fulfil to matter. They stay where they stand too: a source uses them to leave out files, nothing else.
/// </summary>
internal static class FilterPushdown
{
    /// <summary>The conditions by scan; scans without any are absent.</summary>
    public static Dictionary<BoundPlan, IReadOnlyList<BoundExpression>> Collect(BoundPlan plan)
    {
        var found = new Dictionary<BoundPlan, IReadOnlyList<BoundExpression>>(ReferenceEqualityComparer.Instance);
        Visit(plan, [], found);
        return found;
    }

    private static void Visit(BoundPlan plan, List<BoundExpression> conditions, Dictionary<BoundPlan, IReadOnlyList<BoundExpression>> found)
    {
        switch (plan)
        {
            case BoundScan when conditions.Count > 0:
                found[plan] = conditions;
                break;
            case BoundFilter { IsOverWindows: false } filter:
                Visit(filter.Input, [.. conditions, .. filter.Condition.Conjuncts()], found);
                break;
            case BoundProject project:
                // Where rows are numbered, as rand does, all of them count.
                Visit(project.Input, project.Columns.Any(c => c.Expression.IsVolatile) ? [] : Through(project, conditions), found);
                break;
            case BoundSort sort:
                Visit(sort.Input, conditions, found);
                break;
            case BoundJoin join:
                Visit(join.Left, join.Type is JoinType.RightOuter or JoinType.FullOuter ? [] : Over(join.Left, conditions, join), found);
                Visit(join.Right, join.Type is JoinType.LeftOuter or JoinType.FullOuter or JoinType.LeftAnti ? [] : Over(join.Right, conditions, join), found);
                break;
            default:
                foreach (var input in plan.Inputs)
                {
                    Visit(input, [], found);
                }

                break;
        }
    }

    // What is said of a column that is passed on, or computed by a function of other columns, is said of what it is made of.
    private static List<BoundExpression> Through(BoundProject project, List<BoundExpression> conditions)
    {
        var sources = project.Columns.DistinctBy(c => c.Output.Id).ToDictionary(c => c.Output.Id, c => c.Expression);
        return conditions
            .Where(c => !c.Any(e => e is BoundSubquery || (e is BoundColumn column && sources.GetValueOrDefault(column.Id) is not BoundColumn)))
            .Select(c => c.Rewrite(e => e is BoundColumn column ? sources[column.Id] : e))
            .ToList();
    }

    // An inner join's own condition also binds each side where it speaks of that side alone.
    private static List<BoundExpression> Over(BoundPlan side, List<BoundExpression> conditions, BoundJoin join)
    {
        var ids = side.Output.Select(c => c.Id).ToHashSet();
        var own = join.Type is JoinType.Inner or JoinType.LeftSemi && join.Condition is not null ? join.Condition.Conjuncts() : [];
        return conditions.Concat(own).Where(c => !c.Any(e => e is BoundSubquery || (e is BoundColumn column && !ids.Contains(column.Id)))).ToList();
    }
}
