using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sql;

/// <summary>
/// What arrays and structs that may hold nulls are ordered by. Spark puts nulls inside them before all else, and DuckDB behind: in a key every value inside stands behind a flag that says whether there is
/// one, so that DuckDB's order of keys is Spark's of values. Other types are their own keys.
/// </summary>
internal static class OrderKeySql
{
    /// <summary>Whether values of a type may hold nulls.</summary>
    public static bool Concerns(DataType type) => type switch
    {
        ArrayType array => array.ContainsNull || Concerns(array.ElementType),
        StructType row => row.Fields.Any(field => field.IsNullable || Concerns(field.DataType)),
        _ => false,
    };

    /// <summary>Whether the least or the greatest value of a type may be another one to DuckDB: it may hold nulls, or zeros below none.</summary>
    public static bool ConcernsExtremes(DataType type) => Concerns(type) || SignSql.Concerns(type);

    /// <summary>The key of a value; null for null.</summary>
    public static string Of(string value, DataType type) => Concerns(type) ? Key(value, type, depth: 0) : value;

    /// <summary>The keys of values that are compared with each other: of one form, though some of the types know of no nulls.</summary>
    public static string[] Of(IReadOnlyList<(string Value, DataType Type)> values) => values.Any(value => Concerns(value.Type))
        ? [.. values.Select(value => Key(value.Value, value.Type, depth: 0))]
        : [.. values.Select(value => value.Value)];

    /// <summary>A list in the order of its elements.</summary>
    /// <param name="list">The list.</param>
    /// <param name="element">The type of its elements.</param>
    /// <param name="order">How DuckDB is told: <c>'ASC', 'NULLS FIRST'</c>.</param>
    public static string Sorted(string list, DataType element, string order) => Concerns(element)
        ? $"list_transform(list_sort(list_transform({list}, lambda s_: CASE WHEN s_ IS NOT NULL THEN {{'k': {Of("s_", element)}, 'v': s_}} END), {order}), lambda s_: s_.v)"
        : $"list_sort({list}, {order})";

    private static string Key(string value, DataType type, int depth) => type switch
    {
        ArrayType array => $"list_transform({value}, lambda k{depth}: {Flagged($"k{depth}", array.ElementType, depth + 1)})",
        StructType row => SqlLet.Once(value, $"r{depth}", name => $"CASE WHEN {name} IS NOT NULL THEN struct_pack({string.Join(", ", row.Fields.Select((field, i) => $"f{i} := {Flagged($"struct_extract({name}, {SqlText.Quote(field.Name)})", field.DataType, depth + 1)}"))}) END"),
        _ => value,
    };

    private static string Flagged(string value, DataType type, int depth) => $"struct_pack(n := {value} IS NOT NULL, v := {Key(value, type, depth)})";
}
