using System.Globalization;
using DataPlatform.Engines.Embedded.Natives;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sql;

/// <summary>Values as JSON text, as Spark's <c>to_json</c> writes them.</summary>
internal sealed class JsonSql(JsonOptions options, string timeZone)
{
    private const string DefaultTimestamp = "yyyy-MM-dd'T'HH:mm:ss.SSSXXXXX";
    private const string DefaultLocalTimestamp = "yyyy-MM-dd'T'HH:mm:ss.SSS";

    private int _names;

    /// <summary>The SQL of the text of a value; null for null.</summary>
    public string Write(string value, DataType type) => type switch
    {
        StructType row => Over(value, name => Struct(name, row)),
        ArrayType array => Over(value, name => $"'[' || COALESCE(array_to_string({Items(name, array)}, ','), '') || ']'"),
        MapType map => Over(value, name => $"'{{' || COALESCE(array_to_string({Entries(name, map)}, ','), '') || '}}'"),
        StringType or CharType or VarcharType => $"spark_json_quote({value})",
        FloatType or DoubleType => $"CASE WHEN isfinite({value}) THEN {Text(value, type)} ELSE {Quoted(Text(value, type))} END",
        NumericType => $"CAST({value} AS VARCHAR)",
        BooleanType => $"CASE WHEN {value} THEN 'true' WHEN NOT {value} THEN 'false' END",
        BinaryType => Quoted($"to_base64({value})"),
        DateType => Quoted(Date(value)),
        TimestampType => Quoted(InstantSql.Format(InstantSql.Micros(value), options.TimestampFormat ?? DefaultTimestamp, options.TimeZone ?? timeZone)),
        TimestampNTZType => Quoted(InstantSql.Format(InstantSql.Micros(value), options.TimestampNtzFormat ?? DefaultLocalTimestamp, "UTC")),
        NullType => "CAST(NULL AS VARCHAR)",
        _ => Quoted(Text(value, type)),
    };

    // A value that is used more than once gets a name.
    private string Over(string value, Func<string, string> body)
    {
        var name = $"json{_names++.ToString(CultureInfo.InvariantCulture)}_";
        return $"list_transform([{value}], lambda {name}: CASE WHEN {name} IS NOT NULL THEN {body(name)} END)[1]";
    }

    private string Struct(string name, StructType row)
    {
        var fields = row.Fields.Select(field =>
        {
            var text = Write($"struct_extract({name}, {SqlText.Quote(field.Name)})", field.DataType);
            var key = SqlText.Quote(JsonText.Quote(field.Name) + ":");
            return options.IgnoreNullFields ? $"{key} || {text}" : $"{key} || COALESCE({text}, 'null')";
        });
        return $"'{{' || COALESCE(array_to_string(CAST([{string.Join(", ", fields)}] AS VARCHAR[]), ','), '') || '}}'";
    }

    private string Items(string name, ArrayType array)
    {
        var item = $"json{_names++.ToString(CultureInfo.InvariantCulture)}_";
        return $"list_transform({name}, lambda {item}: COALESCE({Write(item, array.ElementType)}, 'null'))";
    }

    private string Entries(string name, MapType map)
    {
        if (map.KeyType is StructType or ArrayType)
        {
            throw EmbeddedErrors.UnsupportedFeature("maps with nested keys as JSON", "Use keys of text.");
        }

        var entry = $"json{_names++.ToString(CultureInfo.InvariantCulture)}_";
        var key = CastSql.Write($"{entry}.key", map.KeyType, new StringType(), isTry: false, timeZone);
        return $"list_transform(map_entries({name}), lambda {entry}: spark_json_quote({key}) || ':' || COALESCE({Write($"{entry}.value", map.ValueType)}, 'null'))";
    }

    private string Date(string value) => options.DateFormat is { } pattern
        ? InstantSql.Format($"epoch_us(CAST({value} AS TIMESTAMP))", pattern, "UTC")
        : Text(value, new DateType());

    private string Text(string value, DataType type) => CastSql.Write(value, type, new StringType(), isTry: false, timeZone);

    private static string Quoted(string text) => $"'\"' || {text} || '\"'";
}
