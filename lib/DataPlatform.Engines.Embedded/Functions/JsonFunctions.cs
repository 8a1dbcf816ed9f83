using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Natives;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Functions of JSON text. Schemas and options are constants.</summary>
internal static class JsonFunctions
{
    public static IReadOnlyList<Function> Rows { get; } =
    [
        Scalar("get_json_object", [Parameter.OnlyString, Parameter.OnlyString], Gives(new StringType()), "spark_get_json_object({0}, {1})", nullable: Always),
        Scalar("json_array_length", [Parameter.OnlyString], Gives(new IntegerType()), "spark_json_array_length({0})", nullable: Always),
        Scalar("json_object_keys", [Parameter.OnlyString], Gives(new ArrayType(new StringType())), "spark_json_keys({0})", nullable: Always),
        Scalar("from_json", [Parameter.OnlyString, Parameter.Any, Parameter.Any], args => Schema(args[1]), FromJson, optional: 1, nullable: Always),
        Scalar("to_json", [Parameter.Any, Parameter.Any], args => Writable(args[0].Type), ToJson, optional: 1, nullable: Always),
        Scalar(
            "schema_of_json",
            [Parameter.Any, Parameter.Any],
            Gives(new StringType()),
            call => SqlText.Quote(Inferred(call.Call).Sql),
            optional: 1,
            nullable: Never),
        new Function("json_tuple", FunctionKind.Generator)
        {
            Parameters = [Parameter.Any],
            RequiredArguments = 2,
            IsVariadic = true,
            Coerce = args => args.All(a => a.Type is StringType) ? [.. args.Select(a => a.Type)] : throw EmbeddedErrors.NonStringType("json_tuple"),
            Result = args => new StructType(args.Skip(1).Select((_, i) => new StructField($"c{i}", new StringType()))),
            Nullable = Never,
            Sql = Tuple,
        },
    ];

    // The schema of a constant text, or of an example.
    private static DataType Schema(BoundExpression argument)
    {
        var type = argument switch
        {
            BoundLiteral { Value: string text } => text.TrimStart().StartsWith('{') ? DataType.ParseDataType(text) : DataType.FromDdl(text),
            BoundCall { Function.Name: "schema_of_json" } example => Inferred(example),
            _ => throw EmbeddedErrors.NonFoldableArgument("from_json", 1),
        };
        if (type is StructType row)
        {
            StructuralFunctions.CheckNames(row.Fields.Select(field => field.Name));
        }

        return type switch
        {
            StructType or ArrayType or MapType => type.AsNullable(),
            _ => throw EmbeddedErrors.InvalidJsonSchema(type),
        };
    }

    private static DataType Inferred(BoundCall call)
    {
        var example = call.Arguments[0] is BoundLiteral literal ? literal.Value : throw EmbeddedErrors.NonFoldableArgument("schema_of_json", 0);
        var text = example as string ?? throw EmbeddedErrors.UnexpectedNull("schema_of_json");
        var options = JsonOptions.Of(OptionsArgument.Of(call.Arguments, 1));
        return JsonSchema.Of(JsonReader.TryRead(text, options.Reader) ?? throw EmbeddedErrors.MalformedRecord(text), options);
    }

    // Decoded into texts of the schema's shape, which DuckDB casts to the values.
    private static string FromJson(CallSql call)
    {
        var options = OptionsArgument.Of(call.Call.Arguments, 2);
        JsonOptions.Of(options);
        var joined = SqlText.Quote(OptionText.Join(options));
        var decoded = $"spark_decode_json({call[0]}, {SqlText.Quote(call.Type.Json)}, {joined}, {call.TimeZoneLiteral})";
        return $"CAST(CAST(CAST({decoded} AS JSON) AS {TextShape(call.Type)}) AS {call.ResultDuckType})";
    }

    private static string TextShape(DataType type) => type switch
    {
        StructType row => $"STRUCT({string.Join(", ", row.Fields.Select(f => $"{SqlText.Name(f.Name)} {TextShape(f.DataType)}"))})",
        ArrayType array => $"{TextShape(array.ElementType)}[]",
        MapType map => $"MAP(VARCHAR, {TextShape(map.ValueType)})",
        _ => "VARCHAR",
    };

    private static StringType Writable(DataType type) =>
        type is StructType or ArrayType or MapType or NullType ? new StringType() : throw EmbeddedErrors.InvalidJsonSchema(type);

    private static string ToJson(CallSql call) =>
        new JsonSql(JsonOptions.Of(OptionsArgument.Of(call.Call.Arguments, 1)), call.TimeZone).Write(call[0], call.TypeOf(0));

    private static string Tuple(CallSql call)
    {
        var names = string.Join(" || chr(1) || ", Enumerable.Range(1, call.Count - 1).Select(i => $"COALESCE({call[i]}, chr(2))"));
        var columns = string.Join(", ", Enumerable.Range(1, call.Count - 1).Select(i => $"row_[{i}]"));
        return $"SELECT {columns} FROM (SELECT spark_json_tuple({call[0]}, {names}) AS row_)";
    }
}
