using System.Globalization;
using CsCheck;
using Microsoft.Spark.Sql;

namespace Specification.RandomPlans;

/// <summary>Expressions over some columns.</summary>
public sealed class RandomExpressions(IReadOnlyList<RandomColumn> scope)
{
    /// <summary>An expression of that kind, nested so deep at most.</summary>
    public Gen<RandomExpression> Of(Kind kind, int depth) => depth == 0 || Forms.Giving(kind).Count == 0
        ? Leaf(kind)
        : Gen.Frequency((1, Leaf(kind)), (2, Gen.OneOf([.. Forms.Giving(kind)]).SelectMany(form => Filled(form, depth - 1))));

    private static RandomExpression Reference(RandomColumn column) => new(column.Name, Functions.Col(column.Name), column.Kind, column.IsExact);

    private Gen<RandomExpression> Filled(Form form, int depth) => form.Arguments.Aggregate(
        Gen.Const(System.Array.Empty<RandomExpression>()),
        (all, kind) => all.SelectMany(some => Of(kind, depth).Select(one => (RandomExpression[])[.. some, one]))).Select(form.Of);

    private Gen<RandomExpression> Leaf(Kind kind)
    {
        var columns = scope.Where(column => column.Kind == kind).Select(Reference).ToArray();
        return columns.Length == 0 ? Constant(kind) : Gen.Frequency((6, Gen.OneOf(columns)), (1, Constant(kind)));
    }

    // Which sign a zero of the query has after Spark folded constants and left them out of keys, is Spark's own affair; zeros come from the rows.
    private static Gen<RandomExpression> Constant(Kind kind) =>
        from type in Kinds.Type(kind)
        from value in RandomValues.Of(type, nullable: true)
        select value is null or 0f or 0d or byte[] or GenericRow or System.Collections.IDictionary or System.Collections.IEnumerable and not string
            ? new RandomExpression($"CAST(NULL AS {type.Sql})", Functions.Lit(null).Cast(type), kind)
            : new RandomExpression(string.Create(CultureInfo.InvariantCulture, $"{type.Sql}'{value}'"), Functions.Lit(value).Cast(type), kind);
}
