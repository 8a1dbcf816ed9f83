using DataPlatform.Engines.Embedded.Functions;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>Functions that order values: Spark puts nulls inside arrays and structs before all else, DuckDB behind, so such values are refused.</summary>
internal static class NestedOrder
{
    /// <exception cref="AnalysisException"><c>UNSUPPORTED_FEATURE</c>: what is ordered may hold nulls inside.</exception>
    public static void Check(string function, IReadOnlyList<BoundExpression> arguments)
    {
        var ordered = function switch
        {
            "max" or "min" => arguments[0].Type,
            "greatest" or "least" or "between" => arguments[0].Type,
            "max_by" or "min_by" => arguments[1].Type,
            "sort_array" or "array_max" or "array_min" => (arguments[0].Type as ArrayType)?.ElementType,
            "array_sort" when arguments.Count == 1 => (arguments[0].Type as ArrayType)?.ElementType,
            _ => null,
        };
        if (ordered is not null && TypeCoercion.OrdersNullsInside(ordered))
        {
            throw EmbeddedErrors.UnsupportedFeature($"{function} over {ordered.Sql} values that may hold nulls", "Order by their parts, or run the job on Spark.");
        }
    }
}
