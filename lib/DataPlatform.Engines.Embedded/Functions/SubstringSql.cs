using System.Globalization;
using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Parts of text by position: DuckDB's, but position 0 means 1 and lengths below 0 mean 0.</summary>
internal static class SubstringSql
{
    public static string Form(CallSql call)
    {
        var length = call.Count == 3 ? NotNegative(call, 2) : null;
        return call.TypeOf(0) is BinaryType
            ? $"spark_slice_binary({call[0]}, {call[1]}, {length ?? "2147483647"})"
            : $"substring({call[0]}, {Position(call)}{(length is null ? "" : $", {length}")})";
    }

    public static string Left(CallSql call) => call.TypeOf(0) is BinaryType
        ? $"spark_slice_binary({call[0]}, 1, {NotNegative(call, 1)})"
        : $"left({call[0]}, {NotNegative(call, 1)})";

    public static string Right(CallSql call) => $"right({call[0]}, {NotNegative(call, 1)})";

    private static string Position(CallSql call) => call.Argument(1) is BoundLiteral { Value: int value }
        ? (value == 0 ? 1 : value).ToString(CultureInfo.InvariantCulture)
        : SqlLet.Once(call[1], "_i", position => $"(CASE WHEN {position} = 0 THEN 1 ELSE {position} END)");

    private static string NotNegative(CallSql call, int index) => call.Argument(index) is BoundLiteral { Value: int value }
        ? Math.Max(value, 0).ToString(CultureInfo.InvariantCulture)
        : SqlLet.Once(call[index], "_i", length => $"(CASE WHEN {length} < 0 THEN 0 ELSE {length} END)");
}
