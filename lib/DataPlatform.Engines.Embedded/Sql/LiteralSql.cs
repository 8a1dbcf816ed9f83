using System.Data.SqlTypes;
using System.Globalization;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sql;

/// <summary>Constants as DuckDB SQL of exactly their type.</summary>
internal static class LiteralSql
{
    /// <summary>The constant; it may stand anywhere.</summary>
    public static string Write(object? value, DataType type) => value switch
    {
        null => $"CAST(NULL AS {DuckTypes.Of(type)})",
        bool v => v ? "TRUE" : "FALSE",
        string v => StringLiteral(v),
        byte[] v => v.Length == 0 ? "''::BLOB" : $"from_hex('{Convert.ToHexString(v)}')",
        double v => double.IsFinite(v) ? $"CAST('{v.ToString("R", CultureInfo.InvariantCulture)}' AS DOUBLE)" : $"CAST('{NotFinite(v)}' AS DOUBLE)",
        float v => float.IsFinite(v) ? $"CAST('{v.ToString("R", CultureInfo.InvariantCulture)}' AS FLOAT)" : $"CAST('{NotFinite(v)}' AS FLOAT)",
        decimal v => $"CAST('{v.ToString(CultureInfo.InvariantCulture)}' AS {DuckTypes.Of(type)})",
        SqlDecimal v => $"CAST('{v}' AS {DuckTypes.Of(type)})",
        Date v => $"(DATE '1970-01-01' + CAST({v.EpochDay} AS INTEGER))",
        Timestamp v => $"make_timestamptz(CAST({v.EpochMicroseconds} AS BIGINT))",
        DateTime v => $"make_timestamp(CAST({new Timestamp(DateTime.SpecifyKind(v, DateTimeKind.Utc)).EpochMicroseconds} AS BIGINT))",
        TimeSpan v => $"CAST({v.Ticks / TimeSpan.TicksPerMicrosecond} AS BIGINT)",
        object?[] v => List(v, (ArrayType)type),
        Row v => StructLiteral(v, (StructType)type),
        System.Collections.IDictionary v => MapLiteral(v, (MapType)type),
        IFormattable v => $"CAST({v.ToString(null, CultureInfo.InvariantCulture)} AS {DuckTypes.Of(type)})",
        _ => throw EmbeddedErrors.UnsupportedType(type),
    };

    private static string NotFinite(double value) => double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";

    // DuckDB's strings hold any character but NUL in a literal.
    private static string StringLiteral(string text) => text.Contains('\0', StringComparison.Ordinal)
        ? $"({string.Join(" || chr(0) || ", text.Split('\0').Select(SqlText.Quote))})"
        : SqlText.Quote(text);

    private static string List(object?[] items, ArrayType type) => items.Length == 0
        ? $"CAST([] AS {DuckTypes.Of(type)})"
        : $"[{string.Join(", ", items.Select(item => Write(item, type.ElementType)))}]";

    private static string StructLiteral(Row row, StructType type) =>
        $"struct_pack({string.Join(", ", type.Fields.Select((f, i) => $"{SqlText.Name(f.Name)} := {Write(row.Values[i], f.DataType)}"))})";

    private static string MapLiteral(System.Collections.IDictionary map, MapType type)
    {
        var keys = map.Keys.Cast<object?>().ToArray();
        return keys.Length == 0
            ? $"CAST(MAP {{}} AS {DuckTypes.Of(type)})"
            : $"MAP({List(keys, new ArrayType(type.KeyType))}, {List(map.Values.Cast<object?>().ToArray(), new ArrayType(type.ValueType))})";
    }
}
