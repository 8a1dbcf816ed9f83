using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql;

public static partial class Functions
{
    /// <summary>What a path such as <c>$.a[0].b</c> leads to in JSON text, as text; null where it leads nowhere or the text is no JSON.</summary>
    public static Column GetJsonObject(Column column, string path) => Call("get_json_object", column, Lit(path));

    /// <summary>In a select: columns <c>c0</c>, <c>c1</c>, … with top fields of a JSON object, as text.</summary>
    public static Column JsonTuple(Column column, params string[] fields) => Call("json_tuple", [column, .. fields.Select(field => Lit(field))]);

    /// <summary>
    /// JSON text as a struct, array or map of a type given as DDL or JSON; null fields where the text does not fit. Options are those of the JSON reader.
    /// </summary>
    public static Column FromJson(Column column, string schema, Dictionary<string, string>? options = null) => FromJson(column, Lit(JsonSchema(schema)), options);

    /// <summary>
    /// As <see cref="FromJson(Column, string, Dictionary{string, string})"/>; the type comes from a constant or <see cref="SchemaOfJson(string)"/>.
    /// </summary>
    public static Column FromJson(Column column, Column schema, Dictionary<string, string>? options = null) =>
        Call("from_json", WithOptions(options, column, schema));

    /// <summary>The type of a JSON text as DDL.</summary>
    public static Column SchemaOfJson(string json) => SchemaOfJson(Lit(json));

    /// <summary>The type of a JSON text, a constant, as DDL.</summary>
    public static Column SchemaOfJson(Column json) => Call("schema_of_json", json);

    /// <summary>As <see cref="SchemaOfJson(Column)"/>, with options of the JSON reader.</summary>
    public static Column SchemaOfJson(Column json, Dictionary<string, string> options) => Call("schema_of_json", WithOptions(options, json));

    /// <summary>A struct, array or map as JSON text, without null fields unless the option <c>ignoreNullFields</c> is false.</summary>
    public static Column ToJson(Column column, Dictionary<string, string>? options = null) => Call("to_json", WithOptions(options, column));

    /// <summary>One line of CSV as a struct; fields that do not fit are null. Options are those of the CSV reader.</summary>
    public static Column FromCsv(Column column, StructType schema, Dictionary<string, string> options) => FromCsv(column, Lit(schema.ToDdl()), options);

    /// <summary>As <see cref="FromCsv(Column, StructType, Dictionary{string, string})"/>, the schema as DDL from a constant.</summary>
    public static Column FromCsv(Column column, Column schema, Dictionary<string, string> options) => Call("from_csv", WithOptions(options, column, schema));

    /// <summary>The schema of a line of CSV as DDL.</summary>
    public static Column SchemaOfCsv(string csv) => SchemaOfCsv(Lit(csv));

    /// <summary>The schema of a line of CSV, a constant, as DDL.</summary>
    public static Column SchemaOfCsv(Column csv) => Call("schema_of_csv", csv);

    /// <summary>As <see cref="SchemaOfCsv(Column)"/>, with options of the CSV reader.</summary>
    public static Column SchemaOfCsv(Column csv, Dictionary<string, string> options) => Call("schema_of_csv", WithOptions(options, csv));

    /// <summary>A struct as a line of CSV.</summary>
    public static Column ToCsv(Column column) => Call("to_csv", column);

    /// <summary>As <see cref="ToCsv(Column)"/>, with options of the CSV writer.</summary>
    public static Column ToCsv(Column column, Dictionary<string, string> options) => Call("to_csv", WithOptions(options, column));


    private static string JsonSchema(string schema) => schema.AsSpan().TrimStart() is ['{' or '"', ..] ? DataType.ParseDataType(schema).Sql : schema;

    // Spark Connect's form: options are a map of constants, the last argument.
    private static Column[] WithOptions(Dictionary<string, string>? options, params Column[] arguments) => options is { Count: > 0 }
        ? [.. arguments, Map([.. options.SelectMany(option => new[] { Lit(option.Key), Lit(option.Value) })])]
        : arguments;
}
