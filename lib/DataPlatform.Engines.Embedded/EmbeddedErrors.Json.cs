using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded;

/// <content>Errors of JSON.</content>
internal static partial class EmbeddedErrors
{
    public static DataPlatformException MalformedRecord(string text) => new(
        "MALFORMED_RECORD_IN_PARSING.WITHOUT_SUGGESTION",
        $"A record does not fit the schema, and the mode is FAILFAST: {text}",
        Of(("badRecord", text)));

    public static AnalysisException InvalidJsonSchema(DataType type) => new(
        "DATATYPE_MISMATCH.INVALID_JSON_SCHEMA",
        $"{type.Sql} is no type of JSON here: it must be a struct, an array or a map.",
        Of(("schema", type.Sql)));

    public static AnalysisException InvalidOptions() => new(
        "INVALID_OPTIONS.NON_MAP_FUNCTION",
        "Options must be a map of constant texts: map('mode', 'FAILFAST').");

    public static AnalysisException NonStringOptions(DataType type) => new(
        "INVALID_OPTIONS.NON_STRING_TYPE",
        $"Options must be a map of texts, and are {type.Sql}: map('mode', 'FAILFAST').",
        Of(("mapType", type.Sql)));

    public static AnalysisException UnexpectedNull(string function) => new(
        "DATATYPE_MISMATCH.UNEXPECTED_NULL",
        $"The argument of {function} must not be null.",
        Of(("exprName", function)));

    public static AnalysisException NonStringType(string function) => new(
        "DATATYPE_MISMATCH.NON_STRING_TYPE",
        $"All arguments of {function} must be STRING.",
        Of(("funcName", function)));
}
