using DataPlatform.Delta;
using DataPlatform.Engines.Embedded.Analysis;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>
/// Which target rows a merge's condition can match at all: those that fulfil what it says of the target alone, and whose keys lie within the range of the source's.
/// </summary>
internal static class MergePruning
{
    /// <param name="condition">The merge's condition.</param>
    /// <param name="target">The table.</param>
    /// <param name="source">The source.</param>
    /// <param name="range">Smallest and greatest value, and number of rows, of an expression over the source.</param>
    public static FilePredicate Predicate(BoundExpression condition, DeltaTarget target, Bound source, Func<BoundExpression, object?[]> range)
    {
        var own = target.Columns.Select(c => c.Id).ToHashSet();
        var sourceIds = source.Plan.Output.Select(c => c.Id).ToHashSet();
        var predicates = new List<FilePredicate>();
        foreach (var conjunct in condition.Conjuncts())
        {
            if (OnlyOf(conjunct, own))
            {
                predicates.Add(target.Predicate(conjunct));
            }
            else if (conjunct is BoundCall { Function.Name: "==" or "=" } equal && Key(equal, own, sourceIds) is { } key)
            {
                predicates.Add(Within(key.Column, range(key.Value), target));
            }
        }

        return FilePredicate.All(predicates);
    }

    private static bool OnlyOf(BoundExpression expression, HashSet<int> ids) =>
        !expression.Any(e => e is BoundSubquery || (e is BoundColumn column && !ids.Contains(column.Id)));

    private static (BoundColumn Column, BoundExpression Value)? Key(BoundCall equal, HashSet<int> target, HashSet<int> source) => (equal.Arguments[0], equal.Arguments[1]) switch
    {
        (BoundColumn column, var value) when target.Contains(column.Id) && OnlyOf(value, source) => (column, value),
        (var value, BoundColumn column) when target.Contains(column.Id) && OnlyOf(value, source) => (column, value),
        _ => null,
    };

    // An empty source matches nothing; fractions may be NaN, which lies outside every range.
    private static FilePredicate Within(BoundColumn column, object?[] range, DeltaTarget target)
    {
        if ((long)range[2]! == 0 || range[0] is null)
        {
            return new FilePredicate.Constant(false);
        }

        if (column.Type is FloatType or DoubleType)
        {
            return FilePredicate.Always;
        }

        ValueList<string> name = [target.Schema.Fields[target.Columns.ToList().FindIndex(c => c.Id == column.Id)].Name];
        return new FilePredicate.And(
            new FilePredicate.Comparison(name, ComparisonOperator.GreaterOrEqual, range[0]),
            new FilePredicate.Comparison(name, ComparisonOperator.LessOrEqual, range[1]));
    }
}
