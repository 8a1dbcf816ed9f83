using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Natives;
using DataPlatform.Engines.Embedded.Sources;
using DataPlatform.Engines.Embedded.Sources.Csv;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Functions of CSV text, one record each. Schemas and options are constants.</summary>
internal static class CsvFunctions
{
    // Nothing is cast to it.
    private static readonly Parameter Text = new("STRING", type => type is StringType or NullType ? new StringType() : null);

    public static IReadOnlyList<Function> Rows { get; } =
    [
        Scalar("from_csv", [Text, Parameter.Any, Parameter.Any], Schema, FromCsv, optional: 1, nullable: arguments => arguments[0].IsNullable),
        Scalar("to_csv", [Parameter.Any, Parameter.Any], Line, ToCsv, optional: 1, nullable: Always),
        Scalar("schema_of_csv", [Text, Parameter.Any], Gives(new StringType()), call => SqlText.Quote(Inferred(call.Call).Sql), optional: 1, nullable: Never),
    ];

    private static StructType Schema(IReadOnlyList<BoundExpression> arguments)
    {
        var schema = Given(arguments[1]) as StructType ?? throw EmbeddedErrors.SchemaNoStruct(Given(arguments[1]));
        var options = Reading(arguments, 2);
        if (options.Mode == ParseMode.DropMalformed)
        {
            throw EmbeddedErrors.ParseModeUnsupported("from_csv", "DROPMALFORMED");
        }

        StructuralFunctions.CheckNames(schema.Fields.Select(field => field.Name));
        foreach (var field in schema.Fields)
        {
            Check(field.DataType);
        }

        return schema.Fields.Find(field => field.Name == options.CorruptColumn) is { DataType: not StringType } corrupt
            ? throw EmbeddedErrors.CorruptColumnNoText(corrupt.Name, corrupt.DataType)
            : (StructType)schema.AsNullable();
    }

    private static DataType Given(BoundExpression schema) => schema switch
    {
        BoundLiteral { Value: string text } when string.IsNullOrWhiteSpace(text) => throw EmbeddedErrors.SchemaEmpty(),
        BoundLiteral { Value: string text } => text.TrimStart().StartsWith('{') ? DataType.ParseDataType(text) : DataType.FromDdl(text),
        BoundCall { Function.Name: "schema_of_csv" } example => Inferred(example),
        { Type: StringType } when IsComputed(schema) => throw ComputedConstant("from_csv"),
        _ => throw EmbeddedErrors.SchemaNoText(),
    };

    private static void Check(DataType type) => _ = type switch
    {
        CharType or VarcharType => throw EmbeddedErrors.CharInSchema(),
        ArrayType or MapType or StructType or NullType => throw EmbeddedErrors.NoCsvColumn(type),
        _ when CsvValues.Has(type) => type,
        _ => throw EmbeddedErrors.UnsupportedFeature($"{type.Sql} out of CSV", "Read it as STRING, or run the job on Spark."),
    };

    private static StructType Inferred(BoundCall call)
    {
        var options = Reading(call.Arguments, 1);
        var text = call.Arguments[0] switch
        {
            BoundLiteral literal => (string?)literal.Value,
            BoundCast { Child: BoundLiteral { Value: null } } => null,
            var other when IsComputed(other) => throw ComputedConstant("schema_of_csv"),
            _ => throw EmbeddedErrors.NonFoldableArgument("schema_of_csv", 0),
        };
        return text is null
            ? throw EmbeddedErrors.UnexpectedNull("schema_of_csv")
            : CsvDecoder.Infer(text, options) ?? throw EmbeddedErrors.NoCsvRecord(text);
    }

    // A constant that is not worked out before the query runs, as Spark does.
    private static bool IsComputed(BoundExpression expression) => expression is not BoundLiteral && !expression.Any(part => part is BoundColumn or BoundLambdaVariable or BoundSubquery);

    private static AnalysisException ComputedConstant(string function) =>
        EmbeddedErrors.UnsupportedFeature($"an expression in place of a constant text in {function}", "Write the text itself, or run the job on Spark.");

    private static CsvOptions Reading(IReadOnlyList<BoundExpression> arguments, int index)
    {
        var options = new SourceOptions(OptionsArgument.Of(arguments, index));
        RefusedOptions.Check("csv", options);
        return new CsvOptions(options, "UTC");
    }

    private static string FromCsv(CallSql call)
    {
        var row = (StructType)call.Type;
        var options = SqlText.Quote(OptionText.Join(OptionsArgument.Of(call.Call.Arguments, 2)));
        var decoded = $"spark_decode_csv({call[0]}, {SqlText.Quote(row.Json)}, {options}, {call.TimeZoneLiteral})";
        var fields = row.Fields.Select((field, i) => $"{SqlText.Name(field.Name)} := {CsvValues.Sql($"csv_[{i + 1}]", field.DataType)}");
        return $"list_transform([{decoded}], lambda csv_: CASE WHEN csv_ IS NOT NULL THEN struct_pack({string.Join(", ", fields)}) END)[1]";
    }

    private static StringType Line(IReadOnlyList<BoundExpression> arguments)
    {
        _ = new CsvFormat(new SourceOptions(OptionsArgument.Of(arguments, 1)));
        return arguments[0].Type switch
        {
            NullType => new StringType(),
            StructType row when row.Fields.TrueForAll(field => IsWritable(field.DataType)) => new StringType(),
            var other => throw EmbeddedErrors.NoCsvRow(other),
        };
    }

    private static bool IsWritable(DataType type) => type switch
    {
        VariantType => false,
        ArrayType array => IsWritable(array.ElementType),
        MapType map => IsWritable(map.KeyType) && IsWritable(map.ValueType),
        StructType row => row.Fields.TrueForAll(field => IsWritable(field.DataType)),
        _ => true,
    };

    private static string ToCsv(CallSql call)
    {
        var options = OptionsArgument.Of(call.Call.Arguments, 1);
        return call.TypeOf(0) is StructType row
            ? new CsvSql(new CsvFormat(new SourceOptions(options)), call.TimeZone).Line(call[0], row, SqlText.Quote(OptionText.Join(options)))
            : "CAST(NULL AS VARCHAR)";
    }
}
