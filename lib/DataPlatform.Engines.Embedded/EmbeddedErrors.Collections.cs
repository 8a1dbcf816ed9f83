using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded;

/// <content>Errors of arrays, maps and lambdas.</content>
internal static partial class EmbeddedErrors
{
    public static AnalysisException NullTyped(string collection, string part) => new(
        "DATATYPE_MISMATCH.NULL_TYPE",
        $"The {part} looked for in the {collection} is the constant null, which no {part} equals. Give a value.",
        Of(("functionName", collection)));

    public static AnalysisException ArrayFunctionDifferentTypes(DataType collection, DataType value) => new(
        "DATATYPE_MISMATCH.ARRAY_FUNCTION_DIFF_TYPES",
        $"{collection.Sql} and {value.Sql} do not go together. Cast one.",
        Of(("leftType", collection.Sql), ("rightType", value.Sql)));

    public static AnalysisException BinaryArrayDifferentTypes(DataType left, DataType right) => new(
        "DATATYPE_MISMATCH.BINARY_ARRAY_DIFF_TYPES",
        $"{left.Sql} and {right.Sql} hold elements of types that do not go together. Cast one.",
        Of(("leftType", left.Sql), ("rightType", right.Sql)));

    public static AnalysisException MapFunctionDifferentTypes(DataType map, DataType key) => new(
        "DATATYPE_MISMATCH.MAP_FUNCTION_DIFF_TYPES",
        $"{key.Sql} cannot be a key of {map.Sql}. Cast it.",
        Of(("leftType", map.Sql), ("rightType", key.Sql)));

    public static AnalysisException MapConcatDifferentTypes(IEnumerable<DataType> types) => new(
        "DATATYPE_MISMATCH.MAP_CONCAT_DIFF_TYPES",
        $"map_concat takes maps of one type, not {string.Join(", ", types.Select(t => t.Sql))}.",
        Of(("functionName", "map_concat")));

    public static AnalysisException InvalidMapKeyType(DataType type) => new(
        "DATATYPE_MISMATCH.INVALID_MAP_KEY_TYPE",
        $"A key of a map cannot be a {type.Sql}.",
        Of(("keyType", type.Sql)));

    public static AnalysisException InvalidOrderingType(string function, DataType type) => new(
        "DATATYPE_MISMATCH.INVALID_ORDERING_TYPE",
        $"{function} cannot order values of {type.Sql}.",
        Of(("functionName", function), ("dataType", type.Sql)));

    public static AnalysisException UnexpectedReturnType(string function, DataType wanted, DataType actual) => new(
        "DATATYPE_MISMATCH.UNEXPECTED_RETURN_TYPE",
        $"The lambda of {function} must give {wanted.Sql}, and gives {actual.Sql}.",
        Of(("functionName", function), ("expectedType", wanted.Sql), ("actualType", actual.Sql)));

    public static AnalysisException SequenceWrongInputTypes(IEnumerable<DataType> types) => new(
        "DATATYPE_MISMATCH.SEQUENCE_WRONG_INPUT_TYPES",
        $"sequence goes over whole numbers, or over dates and times by intervals, not over {string.Join(", ", types.Select(t => t.Sql))}.",
        Of(("functionName", "sequence")));

    public static AnalysisException FoldableStringExpected() => new(
        "DATATYPE_MISMATCH.CREATE_NAMED_STRUCT_WITHOUT_FOLDABLE_STRING",
        "The names of named_struct must be constant texts.");
}
