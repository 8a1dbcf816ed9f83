using CsCheck;
using Microsoft.Spark.Sql;

namespace Specification.RandomPlans;

/// <summary>The steps that a plan grows by.</summary>
public static partial class RandomSteps
{
    private const int Depth = 2;

    /// <summary>A plan over up to three tables.</summary>
    public static Gen<RandomFrame> Plan { get; } =
        from table in RandomTables.Of("a")
        from count in Gen.Int[1, 4]
        from frame in Enumerable.Range(1, count).Aggregate(Gen.Const(table), (before, step) => before.SelectMany(frame => Next(frame, step)))
        select frame;

    private static Gen<RandomFrame> Next(RandomFrame frame, int step) => Gen.Frequency(
        (3, Project(frame, step)),
        (2, WithColumn(frame, step)),
        (3, Filter(frame)),
        (4, Join(frame, step)),
        (4, Aggregate(frame, step)),
        (3, Window(frame, step)),
        (3, Set(frame, step)),
        (1, Distinct(frame)),
        (2, SortedLimit(frame)),
        (1, Explode(frame, step)),
        (1, Missing(frame)));

    private static Gen<RandomFrame> Project(RandomFrame frame, int step) =>
        from kinds in Kinds.Any.Array[1, 4]
        from expressions in All(kinds.Select(kind => new RandomExpressions(frame.Columns).Of(kind, Depth)))
        from keyed in Gen.Bool
        let names = expressions.Select((expression, i) => new RandomColumn($"p{step}_{i}", expression.Kind, expression.IsExact)).ToList()
        let columns = expressions.Select((expression, i) => expression.Column.As(names[i].Name)).ToList()
        let key = keyed ? frame.Columns.FirstOrDefault(column => column.Name == frame.Key) : null
        select frame.Then(
            $"select {string.Join(", ", expressions.Zip(names, (expression, name) => $"{expression} AS {name.Name}"))}{(key is null ? "" : $", {key.Name}")}",
            rows => rows.Select(key is null ? [.. columns] : [.. columns, Functions.Col(key.Name)]),
            key is null ? names : [.. names, key],
            key?.Name);

    private static Gen<RandomFrame> WithColumn(RandomFrame frame, int step) =>
        from kind in Kinds.Any
        from expression in new RandomExpressions(frame.Columns).Of(kind, Depth + 1)
        let name = $"w{step}"
        select frame.Then($"with {name} = {expression}", rows => rows.WithColumn(name, expression.Column), [.. frame.Columns, new(name, kind, expression.IsExact)], frame.Key);

    private static Gen<RandomFrame> Filter(RandomFrame frame) =>
        from condition in new RandomExpressions(frame.Columns).Of(Kind.Boolean, Depth + 1)
        select frame.Then($"filter {condition}", rows => rows.Filter(condition.Column), key: frame.Key);

    private static Gen<RandomFrame> Distinct(RandomFrame frame) => frame.Of([Kind.Map]).Any()
        ? Filter(frame)
        : Gen.Const(frame.Then("distinct", rows => rows.Distinct(), key: frame.Key));

    private static Gen<RandomFrame> SortedLimit(RandomFrame frame)
    {
        var sortable = frame.Of(Kinds.Ordered).ToArray();
        if (frame.Key is null)
        {
            return sortable.Length == 0 ? Filter(frame) : Gen.OneOf(sortable).Select(column => frame.Then($"sort {column.Name}", rows => rows.Sort(column.Name)));
        }

        return from column in Gen.OneOf(sortable)
               from falling in Gen.Bool
               from count in Gen.Int[0, 5]
               from offset in Gen.Int[0, 2]
               let order = falling ? Functions.Col(column.Name).DescNullsFirst() : Functions.Col(column.Name).Asc()
               select frame.Then(
                   $"sort {column.Name} {(falling ? "DESC NULLS FIRST" : "ASC")}, {frame.Key} offset {offset} limit {count}",
                   rows => rows.Sort(order, Functions.Col(frame.Key).Desc()).Offset(offset).Limit(count),
                   key: frame.Key);
    }

    private static Gen<RandomFrame> Explode(RandomFrame frame, int step) =>
        from expression in new RandomExpressions(frame.Columns).Of(Kind.IntArray, 1)
        from outer in Gen.Bool
        select frame.Then(
            $"explode{(outer ? "_outer" : "")}({expression}) AS x{step}",
            rows => rows.Select(Functions.Col("*"), (outer ? Functions.ExplodeOuter(expression.Column) : Functions.Explode(expression.Column)).As($"x{step}")),
            [.. frame.Columns, new RandomColumn($"x{step}", Kind.Int, true)]);

    private static Gen<RandomFrame> Missing(RandomFrame frame) => Gen.OneOf(
        frame.Then("drop rows with nulls", rows => rows.Na().Drop(), key: frame.Key),
        frame.Then("fill with 'none'", rows => rows.Na().Fill("none"), key: frame.Key),
        frame.Then("fill with 7", rows => rows.Na().Fill(7L), key: frame.Key),
        frame.Then("repartition", rows => rows.Repartition(2), key: frame.Key));

    private static Gen<T[]> All<T>(IEnumerable<Gen<T>> all) =>
        all.Aggregate(Gen.Const(System.Array.Empty<T>()), (before, next) => before.SelectMany(some => next.Select(one => (T[])[.. some, one])));
}
