using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sql;

/// <summary>
/// Zeros of one sign, also inside arrays and structs. Where rows are told apart by their values, Spark gives every zero as 0.0, and DuckDB the one that it met first.
/// </summary>
internal static class ZeroSql
{
    /// <summary>Whether values of a type may hold a zero below none.</summary>
    public static bool Concerns(DataType type) => type switch
    {
        FloatType or DoubleType => true,
        ArrayType array => Concerns(array.ElementType),
        StructType row => row.Fields.Any(field => Concerns(field.DataType)),
        _ => false,
    };

    /// <summary>The value without negative zeros; the same text where the type has none.</summary>
    public static string Of(string value, DataType type) => Of(value, type, depth: 0);

    private static string Of(string value, DataType type, int depth) => type switch
    {
        _ when !Concerns(type) => value,
        ArrayType array => $"list_transform({value}, lambda z{depth}: {Of($"z{depth}", array.ElementType, depth + 1)})",
        StructType row => $"CASE WHEN {value} IS NOT NULL THEN struct_pack({string.Join(", ", row.Fields.Select(field => Field(value, field, depth)))}) END",
        _ => $"CASE WHEN {value} = 0 THEN CAST(0 AS {DuckTypes.Of(type)}) ELSE {value} END",
    };

    private static string Field(string value, StructField field, int depth) =>
        $"{SqlText.Name(field.Name)} := {Of($"struct_extract({value}, {SqlText.Quote(field.Name)})", field.DataType, depth)}";
}
