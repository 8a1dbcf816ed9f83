using CsCheck;
using Microsoft.Spark.Sql;
using Windows = Microsoft.Spark.Sql.Expressions.Window;

namespace Specification.RandomPlans;

public static partial class RandomSteps
{
    private static Gen<RandomFrame> Aggregate(RandomFrame frame, int step) =>
        from kinds in Gen.OneOf([.. Kinds.Comparable]).Array[0, 2]
        from keys in All(kinds.Select(kind => new RandomExpressions(frame.Columns).Of(kind, 1)))
        from how in Gen.OneOf("group by", "group by", "rollup", "cube")
        from values in Measure(frame).Array[1, 3]
        let names = keys.Select((key, i) => new RandomColumn($"g{step}_{i}", key.Kind, key.IsExact)).ToList()
        let measures = values.Select((value, i) => value.Column.As($"m{step}_{i}")).ToList()
        select frame.Then(
            $"{how} {string.Join(", ", keys.Zip(names, (key, name) => $"{key} AS {name.Name}"))}: {string.Join(", ", values.Select(value => value.Text))}",
            rows => Grouped(rows, how, [.. keys.Zip(names, (key, name) => key.Column.As(name.Name))]).Agg(measures[0], [.. measures.Skip(1)]),
            [.. names, .. values.Select((value, i) => new RandomColumn($"m{step}_{i}", value.Kind))]);

    private static RelationalGroupedDataset Grouped(DataFrame rows, string how, Column[] keys) => how switch
    {
        "rollup" => rows.Rollup(keys),
        "cube" => rows.Cube(keys),
        _ => rows.GroupBy(keys),
    };

    /// <summary>An aggregate whose value does not depend on the order of rows.</summary>
    private static Gen<RandomExpression> Measure(RandomFrame frame)
    {
        var measures = new List<RandomExpression> { new("count(*)", Functions.Count(Functions.Lit(1)), Kind.Long) };
        foreach (var column in frame.Columns)
        {
            measures.AddRange(Measures(column));
        }

        return Gen.OneOf([.. measures]);
    }

    private static IEnumerable<RandomExpression> Measures(RandomColumn column)
    {
        var value = Functions.Col(column.Name);
        yield return new($"count({column.Name})", Functions.Count(value), Kind.Long);
        if (Kinds.Comparable.Contains(column.Kind))
        {
            yield return new($"count(DISTINCT {column.Name})", Functions.CountDistinct(value), Kind.Long);
        }

        if (Kinds.Ordered.Contains(column.Kind) && column.Kind is not (Kind.Float or Kind.Double))
        {
            yield return new($"min({column.Name})", Functions.Min(value), column.Kind);
            yield return new($"max({column.Name})", Functions.Max(value), column.Kind);
            yield return new($"size(collect_list({column.Name}))", Functions.Size(Functions.CollectList(value)), Kind.Int);
        }

        foreach (var measure in OfNumbers(column, value))
        {
            yield return measure;
        }
    }

    private static IEnumerable<RandomExpression> OfNumbers(RandomColumn column, Column value) => column.Kind switch
    {
        // Zeros of both signs are equal, so that which of them is the least is left to chance.
        Kind.Double => column.IsExact
            ? [Call("min", column, Functions.Min(value + 0.0)), Call("max", column, Functions.Max(value + 0.0)), Call("sum", column, Functions.Sum(value + 0.0)), Call("avg", column, Functions.Avg(value + 0.0))]
            : [Call("min", column, Functions.Min(value + 0.0)), Call("max", column, Functions.Max(value + 0.0))],
        Kind.Int => [new($"sum({column.Name})", Functions.Sum(value), Kind.Long), new($"avg({column.Name})", Functions.Avg(value), Kind.Double), new($"sum(DISTINCT {column.Name})", Functions.SumDistinct(value), Kind.Long)],
        Kind.Short => [new($"sum({column.Name})", Functions.Sum(value), Kind.Long)],
        Kind.Decimal => [Call("sum", column, Functions.Sum(value)), Call("avg", column, Functions.Avg(value))],
        Kind.Boolean => [Call("bool_and", column, Functions.BoolAnd(value)), Call("bool_or", column, Functions.BoolOr(value)), new($"count_if({column.Name})", Functions.CountIf(value), Kind.Long)],
        Kind.String => [new($"sort_array(collect_set({column.Name}))", Functions.SortArray(Functions.CollectSet(value)), Kind.StringArray)],
        _ => [],
    };

    private static RandomExpression Call(string name, RandomColumn column, Column call) => new($"{name}({column.Name})", call, column.Kind);

    private static Gen<RandomFrame> Window(RandomFrame frame, int step)
    {
        var parts = frame.Of(Kinds.Comparable).ToArray();
        var orders = frame.Of(Kinds.Ordered).ToArray();
        return parts.Length == 0 || orders.Length == 0 ? Filter(frame) :
            from part in Gen.OneOf(parts)
            from order in Gen.OneOf(orders)
            from falling in Gen.Bool
            from value in frame.Key is null ? OverPeers(frame) : Gen.OneOf(OverPeers(frame), OverRows(frame))
            let sort = falling ? Functions.Col(order.Name).Desc() : Functions.Col(order.Name).AscNullsLast()
            let window = value.IsExact ? Windows.PartitionBy(part.Name).OrderBy(sort, Functions.Col(frame.Key!)) : Windows.PartitionBy(part.Name).OrderBy(sort)
            let framed = value.Text.StartsWith("rows ", StringComparison.Ordinal) ? window.RowsBetween(-1, 1) : window
            select frame.Then(
                $"window v{step} = {value} partition by {part.Name} order by {order.Name} {(falling ? "DESC" : "NULLS LAST")}{(value.IsExact ? $", {frame.Key}" : "")}",
                rows => rows.WithColumn($"v{step}", value.Column.Over(framed)),
                [.. frame.Columns, new RandomColumn($"v{step}", value.Kind)],
                frame.Key);
    }

    /// <summary>Functions that give rows of one place in the order the same.</summary>
    private static Gen<RandomExpression> OverPeers(RandomFrame frame) => Gen.OneOf(
        Gen.OneOf((RandomExpression[])[
            new("rank()", Functions.Rank(), Kind.Int),
            new("dense_rank()", Functions.DenseRank(), Kind.Int),
            new("percent_rank()", Functions.PercentRank(), Kind.Double),
            new("cume_dist()", Functions.CumeDist(), Kind.Double)]),
        Measure(frame).Where(IsWindowed).Select(measure => measure with { IsExact = false }));

    /// <summary>Functions of single rows: the key is to be last in the order, which <see cref="RandomExpression.IsExact"/> says.</summary>
    private static Gen<RandomExpression> OverRows(RandomFrame frame) => Gen.OneOf(
        Gen.OneOf((RandomExpression[])[new("row_number()", Functions.RowNumber(), Kind.Int, true), new("ntile(3)", Functions.Ntile(3), Kind.Int, true)]),
        Gen.OneOf([.. frame.Columns]).SelectMany(column => Gen.OneOf((RandomExpression[])[
            new($"lag({column.Name})", Functions.Lag(column.Name, 1), column.Kind, true),
            new($"lead({column.Name}, 2)", Functions.Lead(column.Name, 2), column.Kind, true),
            new($"first({column.Name})", Functions.First(column.Name), column.Kind, true),
            new($"rows last({column.Name})", Functions.Last(column.Name), column.Kind, true)])),
        Measure(frame).Where(IsWindowed).Select(measure => measure with { Text = "rows " + measure.Text, IsExact = true }));

    /// <summary>Over a window an aggregate stands alone, and Spark takes no distinct one.</summary>
    private static bool IsWindowed(RandomExpression measure) =>
        !measure.Text.Contains("DISTINCT", StringComparison.Ordinal) && !measure.Text.Contains("(collect_", StringComparison.Ordinal);
}
