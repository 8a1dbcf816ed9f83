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

    /// <summary>A double as Java's <c>Double.toString</c> writes it.</summary>
    public static string JavaDouble(double value) => double.IsFinite(value)
        ? Java(value.ToString("R", CultureInfo.InvariantCulture), Math.Abs(value))
        : NotFinite(value);

    /// <summary>A float as Java's <c>Float.toString</c> writes it.</summary>
    public static string JavaFloat(float value) => float.IsFinite(value)
        ? Java(value.ToString("R", CultureInfo.InvariantCulture), Math.Abs(value))
        : NotFinite(value);

    private static string NotFinite(double value) => double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";

    // Java: plain between 10^-3 and 10^7, else one digit before the point and an exponent; always a digit behind the point.
    private static string Java(string shortest, double magnitude)
    {
        var negative = shortest.StartsWith('-');
        var (digits, exponent) = Digits(negative ? shortest[1..] : shortest);
        string text;
        if (magnitude == 0)
        {
            text = "0.0";
        }
        else if (magnitude is >= 1e-3 and < 1e7)
        {
            text = Plain(digits, exponent);
        }
        else
        {
            text = $"{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}E{exponent}";
        }

        return negative ? "-" + text : text;
    }

    // The significant digits, and the power of ten of the first one.
    private static (string Digits, int Exponent) Digits(string shortest)
    {
        var exponentAt = shortest.IndexOf('E', StringComparison.Ordinal);
        var exponent = exponentAt < 0 ? 0 : int.Parse(shortest[(exponentAt + 1)..], CultureInfo.InvariantCulture);
        var mantissa = exponentAt < 0 ? shortest : shortest[..exponentAt];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? mantissa : mantissa[..point];
        var all = whole + (point < 0 ? "" : mantissa[(point + 1)..]);
        var leadingZeros = all.Length - all.TrimStart('0').Length;
        var digits = all.Trim('0');
        return (digits.Length == 0 ? "0" : digits, exponent + whole.Length - 1 - leadingZeros);
    }

    private static string Plain(string digits, int exponent)
    {
        if (exponent < 0)
        {
            return $"0.{new string('0', -exponent - 1)}{digits}";
        }

        return digits.Length <= exponent + 1
            ? $"{digits.PadRight(exponent + 1, '0')}.0"
            : $"{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}";
    }

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
