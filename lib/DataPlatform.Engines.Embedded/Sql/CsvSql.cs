using System.Globalization;
using DataPlatform.Engines.Embedded.Sources.Csv;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sql;

/// <summary>Values as CSV text, as Spark's writer and <c>to_csv</c> write them.</summary>
internal sealed class CsvSql(CsvFormat format, string timeZone)
{
    // Java writes small decimals of a larger scale with an exponent.
    private const int LargestPlainScale = 6;

    private int _names;

    /// <summary>The SQL of a struct's line; null for null, and where the line is empty.</summary>
    /// <param name="value">The struct's SQL.</param>
    /// <param name="row">Its type.</param>
    /// <param name="options">The SQL of the format's options as one text.</param>
    public string Line(string value, StructType row, string options) => Over(value, name =>
    {
        var cells = row.Fields.Select((field, i) =>
            $"COALESCE(spark_csv_cell({Text(Field(name, field), field.DataType)}, {options}, {(i == 0 ? "true" : "false")}), {SqlText.Quote(format.Cell(null, i == 0))})");
        return $"nullif({string.Join($" || {SqlText.Quote(format.Separator)} || ", cells.DefaultIfEmpty("''"))}, '')";
    });

    /// <summary>The SQL of a value's text, before quotes; null for null.</summary>
    public string Text(string value, DataType type) => type switch
    {
        StructType row => Over(value, name => Joined(
            '{', $"CAST([{string.Join(", ", row.Fields.Select(field => Item(Text(Field(name, field), field.DataType))))}] AS VARCHAR[])", $"{Field(name, row.Fields[0])} IS NULL", '}')),
        ArrayType array => Over(value, name => Joined('[', Each(name, item => Item(Text(item, array.ElementType))), $"{name}[1] IS NULL", ']')),
        MapType map => Over(value, name => Joined('{', Each($"map_entries({name})", entry => $"' ' || {Text($"{entry}.key", map.KeyType)} || ' ->' || {Item(Text($"{entry}.value", map.ValueType))}"), "false", '}')),
        NullType => "CAST(NULL AS VARCHAR)",
        BinaryType => $"('[' || rtrim(regexp_replace(hex({value}), '(..)', '\\1 ', 'g')) || ']')",
        DecimalType { Scale: > LargestPlainScale } => $"spark_decimal_text(CAST({value} AS VARCHAR))",
        DateType when format.DateFormat is { } pattern => InstantSql.Format($"epoch_us(CAST({value} AS TIMESTAMP))", pattern, "UTC"),
        TimestampType => InstantSql.Format(InstantSql.Micros(value), format.TimestampFormat, format.TimeZone ?? timeZone),
        TimestampNTZType => InstantSql.Format(InstantSql.Micros(value), format.TimestampNtzFormat, "UTC"),
        _ => CastSql.Write(value, type, new StringType(), isTry: false, timeZone),
    };

    // Each item brings its space along; a null that is written as nothing has none.
    private string Item(string text) => $"COALESCE(' ' || {text}, {SqlText.Quote(format.NullValue.Length == 0 ? "" : $" {format.NullValue}")})";

    // The first item has no space unless it is null.
    private static string Joined(char open, string items, string isFirstNull, char close) =>
        $"('{open}' || substr(COALESCE(array_to_string({items}, ','), ''), CASE WHEN {isFirstNull} THEN 1 ELSE 2 END) || '{close}')";

    private string Each(string list, Func<string, string> text)
    {
        var item = Name();
        return $"list_transform({list}, lambda {item}: {text(item)})";
    }

    // A value that is used more than once gets a name.
    private string Over(string value, Func<string, string> body)
    {
        var name = Name();
        return $"list_transform([{value}], lambda {name}: CASE WHEN {name} IS NOT NULL THEN {body(name)} END)[1]";
    }

    private string Name() => $"csv{(_names++).ToString(CultureInfo.InvariantCulture)}_";

    private static string Field(string row, StructField field) => $"struct_extract({row}, {SqlText.Quote(field.Name)})";
}
