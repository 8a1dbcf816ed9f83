using static Microsoft.Spark.Sql.Functions;
using static Specification.RandomPlans.Kind;

namespace Specification.RandomPlans;

/// <summary>The expressions that plans are made of: all that give one answer, do not fail on values, and do not depend on the last digit of a processor's arithmetic.</summary>
public static partial class Forms
{
    private static readonly ILookup<Kind, Form> ByResult = Numbers().Concat(Texts()).Concat(Times()).Concat(Nested()).Concat(Truths()).Concat(Kinds.Comparable.SelectMany(Choices)).ToLookup(form => form.Result);

    public static IReadOnlyList<Form> Giving(Kind kind) => [.. ByResult[kind]];

    private static IEnumerable<Form> Choices(Kind kind) =>
    [
        new(kind, "coalesce({0}, {1})", [kind, kind], c => Coalesce(c)),
        new(kind, "CASE WHEN {0} THEN {1} ELSE {2} END", [Kind.Boolean, kind, kind], c => When(c[0], c[1]).Otherwise(c[2])),
        new(kind, "CASE WHEN {0} THEN {1} END", [Kind.Boolean, kind], c => When(c[0], c[1])),
        new(kind, "nullif({0}, {1})", [kind, kind], c => When(c[0] == c[1], Lit(null)).Otherwise(c[0])),
    ];

    private static IEnumerable<Form> Truths() => Kinds.Comparable.SelectMany(kind => (Form[])
    [
        new(Kind.Boolean, "({0} = {1})", [kind, kind], c => c[0] == c[1]),
        new(Kind.Boolean, "({0} != {1})", [kind, kind], c => c[0] != c[1]),
        new(Kind.Boolean, "({0} <=> {1})", [kind, kind], c => c[0].EqNullSafe(c[1])),
        new(Kind.Boolean, "({0} IS NULL)", [kind], c => c[0].IsNull()),
        new(Kind.Boolean, "({0} IS NOT NULL)", [kind], c => c[0].IsNotNull()),
    ]).Concat(Kinds.Ordered.SelectMany(kind => (Form[])
    [
        new(Kind.Boolean, "({0} < {1})", [kind, kind], c => c[0] < c[1]),
        new(Kind.Boolean, "({0} >= {1})", [kind, kind], c => c[0] >= c[1]),
        new(Kind.Boolean, "({0} BETWEEN {1} AND {2})", [kind, kind, kind], c => c[0].Between(c[1], c[2])),
    ])).Concat(
    [
        new(Kind.Boolean, "({0} AND {1})", [Kind.Boolean, Kind.Boolean], c => c[0] & c[1]),
        new(Kind.Boolean, "({0} OR {1})", [Kind.Boolean, Kind.Boolean], c => c[0] | c[1]),
        new(Kind.Boolean, "(NOT {0})", [Kind.Boolean], c => !c[0]),
        new(Kind.Boolean, "isnan({0})", [Kind.Double], c => IsNaN(c[0])),
        new(Kind.Boolean, "({0} IN (1, 2))", [Int], c => c[0].IsIn(1, 2)),
        new(Kind.Boolean, "({0} IN ('a', ''))", [Kind.String], c => c[0].IsIn("a", "")),
        new(Kind.Boolean, "({0} LIKE '%a%')", [Kind.String], c => c[0].Like("%a%")),
        new(Kind.Boolean, "({0} RLIKE '^[a-z]')", [Kind.String], c => c[0].RLike("^[a-z]")),
        new(Kind.Boolean, "startswith({0}, {1})", [Kind.String, Kind.String], c => c[0].StartsWith(c[1])),
        new(Kind.Boolean, "contains({0}, {1})", [Kind.String, Kind.String], c => c[0].Contains(c[1])),
        new(Kind.Boolean, "array_contains({0}, 1)", [IntArray], c => ArrayContains(c[0], 1)),
        new(Kind.Boolean, "arrays_overlap({0}, {1})", [IntArray, IntArray], c => ArraysOverlap(c[0], c[1])),
        new(Kind.Boolean, "try_cast({0} AS BOOLEAN)", [Kind.String], c => c[0].TryCast("boolean")),
    ]);
}
