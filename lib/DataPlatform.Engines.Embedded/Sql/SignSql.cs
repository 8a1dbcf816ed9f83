using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sql;

/// <summary>
/// The signs of zeros inside arrays and structs. DuckDB's aggregates forget them, as they keep such values in the form in which they compare them; so the signs are kept beside the value, and put back.
/// </summary>
internal static class SignSql
{
    /// <summary>Whether values of a type may hold a zero below none inside.</summary>
    public static bool Concerns(DataType type) => type is ArrayType or StructType && ZeroSql.Concerns(type);

    /// <summary>An aggregate that gives one of its values as it was.</summary>
    /// <param name="value">The value's SQL.</param>
    /// <param name="type">Its type.</param>
    /// <param name="aggregate">Writes the aggregate of such a value.</param>
    public static string Around(string value, DataType type, Func<string, string> aggregate) => Concerns(type)
        ? $"list_transform([{aggregate($"CASE WHEN {value} IS NOT NULL THEN struct_pack(v := {value}, s := {Signs(value, type, 0)}) END")}], lambda p_: {Put("p_.v", "p_.s", type, 0)})[1]"
        : aggregate(value);

    private static string Signs(string value, DataType type, int depth) => type switch
    {
        ArrayType array => $"list_transform({value}, lambda g{depth}: {Signs($"g{depth}", array.ElementType, depth + 1)})",
        StructType row => $"struct_pack({string.Join(", ", row.Fields.Where(field => ZeroSql.Concerns(field.DataType)).Select(field => $"{SqlText.Name(field.Name)} := {Signs(Field(value, field), field.DataType, depth)}"))})",
        _ => $"({value} = 0 AND signbit({value}))",
    };

    private static string Put(string value, string signs, DataType type, int depth) => type switch
    {
        _ when !ZeroSql.Concerns(type) => value,
        ArrayType array => $"list_transform({value}, lambda h{depth}, i{depth}: {Put($"h{depth}", $"{signs}[i{depth}]", array.ElementType, depth + 1)})",
        StructType row => $"CASE WHEN {value} IS NOT NULL THEN struct_pack({string.Join(", ", row.Fields.Select(field => $"{SqlText.Name(field.Name)} := {Put(Field(value, field), Field(signs, field), field.DataType, depth)}"))}) END",
        _ => $"CASE WHEN {signs} THEN CAST('-0.0' AS {DuckTypes.Of(type)}) ELSE {value} END",
    };

    private static string Field(string row, StructField field) => $"struct_extract({row}, {SqlText.Quote(field.Name)})";
}
