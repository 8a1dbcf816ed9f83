using CsCheck;
using Microsoft.Spark.Sql;

namespace Specification.RandomPlans;

public static partial class RandomSteps
{
    private static readonly Gen<string> JoinTypes = Gen.OneOf("inner", "left", "right", "full", "left_semi", "left_anti");

    private static Gen<RandomFrame> Join(RandomFrame frame, int step) =>
        from other in Other(step)
        from joined in Gen.Frequency((4, JoinOn(frame, other)), (2, JoinUsing(frame, other)), (1, Gen.Const(CrossJoin(frame, other))))
        select joined;

    private static Gen<RandomFrame> Other(int step) =>
        from table in RandomTables.Of($"{(char)('b' + step)}")
        from frame in Gen.Frequency((2, Gen.Const(table)), (1, Filter(table)), (1, WithColumn(table, 10 + step)))
        select frame;

    private static Gen<RandomFrame> JoinOn(RandomFrame left, RandomFrame right) =>
        from condition in Condition(left, right)
        from type in JoinTypes
        select left.With(right, $"{type} join on {condition}", (rows, others) => rows.Join(others, condition.Column, type), Joined(left, right, type));

    /// <summary>Two columns beside each other, and perhaps any truth of both sides.</summary>
    private static Gen<RandomExpression> Condition(RandomFrame left, RandomFrame right)
    {
        var pairs = (from l in left.Of(Kinds.Comparable) from r in right.Of(Kinds.Comparable) where l.Kind == r.Kind select (l, r)).ToArray();
        var any = new RandomExpressions([.. left.Columns, .. right.Columns]).Of(Kind.Boolean, Depth);
        if (pairs.Length == 0)
        {
            return any;
        }

        var equal = from pair in Gen.OneOf(pairs)
                    from safe in Gen.Bool
                    let l = Functions.Col(pair.l.Name)
                    let r = Functions.Col(pair.r.Name)
                    select new RandomExpression($"{pair.l.Name} {(safe ? "<=>" : "=")} {pair.r.Name}", safe ? l.EqNullSafe(r) : l == r, Kind.Boolean);
        return Gen.Frequency((2, equal), (2, Gen.Select(equal, any, (both, more) => new RandomExpression($"{both} AND {more}", both.Column & more.Column, Kind.Boolean))), (1, any));
    }

    private static Gen<RandomFrame> JoinUsing(RandomFrame left, RandomFrame right)
    {
        var pairs = (from l in left.Of(Kinds.Comparable) from r in right.Of(Kinds.Comparable) where l.Kind == r.Kind select (l, r)).ToArray();
        return pairs.Length == 0
            ? JoinOn(left, right)
            : from pair in Gen.OneOf(pairs)
              from type in JoinTypes
              let renamed = right.Then($"{pair.r.Name} AS {pair.l.Name}", rows => rows.WithColumnRenamed(pair.r.Name, pair.l.Name))
              select left.With(renamed, $"{type} join using {pair.l.Name}", (rows, others) => rows.Join(others, [pair.l.Name], type), [pair.l, .. Joined(Without(left, pair.l), Without(right, pair.r), type)]);
    }

    private static RandomFrame CrossJoin(RandomFrame left, RandomFrame right) =>
        left.With(right, "cross join", (rows, others) => rows.CrossJoin(others), [.. left.Columns, .. right.Columns]);

    private static RandomFrame Without(RandomFrame frame, RandomColumn column) => frame with { Columns = [.. frame.Columns.Where(other => other != column)] };

    private static IReadOnlyList<RandomColumn> Joined(RandomFrame left, RandomFrame right, string type) =>
        type is "left_semi" or "left_anti" ? left.Columns : [.. left.Columns, .. right.Columns];

    private static Gen<RandomFrame> Set(RandomFrame frame, int step) => frame.Of([Kind.Map]).Any() ? Filter(frame) :
        from table in RandomTables.Of($"{(char)('b' + step)}")
        from expressions in All(frame.Columns.Select(column => new RandomExpressions(table.Columns).Of(column.Kind, 1)))
        from operation in Gen.OneOf("union", "union by name", "intersect", "intersect all", "except", "except all", "union with itself", "except all of itself")
        let other = table.Then(
            $"select {string.Join(", ", expressions.Zip(frame.Columns, (expression, column) => $"{expression} AS {column.Name}"))}",
            rows => rows.Select([.. expressions.Zip(frame.Columns, (expression, column) => expression.Column.As(column.Name)).Reverse()]).Select(frame.Columns[0].Name, [.. frame.Columns.Skip(1).Select(column => column.Name)]))
        select operation switch
        {
            "union with itself" => frame.Then(operation, rows => rows.Union(rows.Filter(Functions.Lit(true)))),
            "except all of itself" => frame.Then(operation, rows => rows.Union(rows).ExceptAll(rows)),
            _ => frame.With(other, operation, Operation(operation), [.. frame.Columns.Zip(expressions, (column, expression) => column with { IsExact = column.IsExact && expression.IsExact })]),
        };

    private static Func<DataFrame, DataFrame, DataFrame> Operation(string name) => name switch
    {
        "union" => (rows, others) => rows.Union(others),
        "union by name" => (rows, others) => rows.UnionByName(others),
        "intersect" => (rows, others) => rows.Intersect(others),
        "intersect all" => (rows, others) => rows.IntersectAll(others),
        "except" => (rows, others) => rows.Except(others),
        _ => (rows, others) => rows.ExceptAll(others),
    };
}
