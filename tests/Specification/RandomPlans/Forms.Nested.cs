using Microsoft.Spark.Sql;
using static Microsoft.Spark.Sql.Functions;
using static Specification.RandomPlans.Kind;

namespace Specification.RandomPlans;

public static partial class Forms
{
    private static IEnumerable<Form> Nested() =>
    [
        new(IntArray, "array({0}, {1})", [Int, Int], c => Functions.Array(c)),
        new(IntArray, "array_distinct({0})", [IntArray], c => ArrayDistinct(c[0])),
        new(IntArray, "sort_array({0})", [IntArray], c => SortArray(c[0])),
        new(IntArray, "sort_array({0}, false)", [IntArray], c => SortArray(c[0], false)),
        new(IntArray, "array_union({0}, {1})", [IntArray, IntArray], c => ArrayUnion(c[0], c[1])),
        new(IntArray, "array_intersect({0}, {1})", [IntArray, IntArray], c => ArrayIntersect(c[0], c[1])),
        new(IntArray, "array_except({0}, {1})", [IntArray, IntArray], c => ArrayExcept(c[0], c[1])),
        new(IntArray, "concat({0}, {1})", [IntArray, IntArray], c => Concat(c)),
        new(IntArray, "slice({0}, 2, 2)", [IntArray], c => Slice(c[0], 2, 2)),
        new(IntArray, "reverse({0})", [IntArray], c => Reverse(c[0])),
        new(IntArray, "array_remove({0}, 1)", [IntArray], c => ArrayRemove(c[0], 1)),
        new(IntArray, "array_compact({0})", [IntArray], c => ArrayCompact(c[0])),
        new(IntArray, "array_repeat({0}, 2)", [Int], c => ArrayRepeat(c[0], 2)),
        new(IntArray, "map_values({0})", [Kind.Map], c => MapValues(c[0])),
        new(StringArray, "split({0}, '')", [Kind.String], c => Split(c[0], "")),
        new(StringArray, "split({0}, 'a')", [Kind.String], c => Split(c[0], "a")),
        new(StringArray, "array({0}, {1})", [Kind.String, Kind.String], c => Functions.Array(c)),
        new(StringArray, "array_distinct({0})", [StringArray], c => ArrayDistinct(c[0])),
        new(StringArray, "sort_array({0})", [StringArray], c => SortArray(c[0])),
        new(StringArray, "map_keys({0})", [Kind.Map], c => MapKeys(c[0])),
        new(Kind.Struct, "struct({0} AS a, {1} AS b)", [Int, Kind.String], c => Functions.Struct(c[0].As("a"), c[1].As("b"))),
        new(Kind.Struct, "{0} with field a", [Kind.Struct, Int], c => c[0].WithField("a", c[1])),
        new(Kind.Map, "map('x', {0}, 'y', {1})", [Int, Int], c => Functions.Map(Lit("x"), c[0], Lit("y"), c[1])),
        new(Kind.Map, "coalesce({0}, {1})", [Kind.Map, Kind.Map], c => Coalesce(c)),
        new(Kind.Map, "CASE WHEN {0} THEN {1} END", [Kind.Boolean, Kind.Map], c => When(c[0], c[1])),
    ];
}
