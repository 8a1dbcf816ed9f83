using DataPlatform.Engines.Embedded.Analysis;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>The options of a function: a map of constant texts as its last argument.</summary>
internal static class OptionsArgument
{
    /// <summary>The options at an argument's position; none where it is absent.</summary>
    /// <exception cref="AnalysisException"><c>INVALID_OPTIONS.NON_MAP_FUNCTION</c>, <c>INVALID_OPTIONS.NON_STRING_TYPE</c>.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(IReadOnlyList<BoundExpression> arguments, int index) => arguments.Count <= index
        ? []
        : arguments[index] switch
        {
            BoundCall { Function.Name: "map" } map when map.Arguments.All(a => a is BoundLiteral { Value: string }) =>
                [.. map.Arguments.Select(a => (string)((BoundLiteral)a).Value!).Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1]))],
            BoundCall { Function.Name: "map", Type: MapType { KeyType: not StringType } or MapType { ValueType: not StringType } } other => throw EmbeddedErrors.NonStringOptions(other.Type),
            _ => throw EmbeddedErrors.InvalidOptions(),
        };
}
