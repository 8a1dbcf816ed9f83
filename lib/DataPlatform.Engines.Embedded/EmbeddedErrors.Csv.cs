using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded;

/// <content>Errors of CSV.</content>
internal static partial class EmbeddedErrors
{
    public static AnalysisException OptionExceedsOneCharacter(string option, string value) => new(
        "OPTION_VALUE_EXCEEDS_ONE_CHARACTER",
        $"The option {option} must be one character, and is '{value}'.",
        Of(("option", option), ("value", value)));

    public static AnalysisException ParseModeUnsupported(string function, string mode) => new(
        "PARSE_MODE_UNSUPPORTED",
        $"{function} has no mode {mode}: it is PERMISSIVE or FAILFAST.",
        Of(("funcName", function), ("mode", mode)));

    public static AnalysisException SchemaNoStruct(DataType type) => new(
        "INVALID_SCHEMA.NON_STRUCT_TYPE",
        $"A schema must be a struct, and this one is {type.Sql}.",
        Of(("dataType", type.Sql)));

    public static AnalysisException SchemaNoText() => new(
        "INVALID_SCHEMA.NON_STRING_LITERAL",
        "A schema must be a constant text: 'a INT, b STRING'.");

    public static AnalysisException SchemaEmpty() => new("PARSE_EMPTY_STATEMENT", "The schema is empty: write it as 'a INT, b STRING'.");

    public static AnalysisException CharInSchema() => new(
        "UNSUPPORTED_CHAR_OR_VARCHAR_AS_STRING",
        "CHAR and VARCHAR are types of tables only: use STRING.");

    public static AnalysisException CorruptColumnNoText(string column, DataType type) => new(
        "INVALID_CORRUPT_RECORD_TYPE",
        $"The column for corrupt records, `{column}`, must be STRING, and is {type.Sql}.",
        Of(("columnName", column), ("actualType", type.Sql)));

    public static AnalysisException NoCsvColumn(DataType type) => new(
        "UNSUPPORTED_DATATYPE",
        $"A field of CSV is no {type.Sql}.",
        Of(("typeName", type.Sql)));

    public static AnalysisException NoCsvRow(DataType type) => new(
        "DATATYPE_MISMATCH.UNSUPPORTED_INPUT_TYPE",
        $"to_csv writes a struct, and this is {type.Sql}.",
        Of(("functionName", "to_csv"), ("dataType", type.Sql)));

    // Spark's parser gives nothing, which it takes for its own failure.
    public static DataPlatformException NoCsvRecord(string text) => new(
        "INTERNAL_ERROR",
        $"'{text}' has no fields to tell a schema by: it is empty or a comment.",
        Of(("message", text)));
}
