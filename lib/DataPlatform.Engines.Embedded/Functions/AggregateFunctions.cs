using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Functions of many rows.</summary>
internal static class AggregateFunctions
{
    public static IReadOnlyList<Function> Rows { get; } =
    [
        Aggregate("count", [Parameter.Any], Gives(new LongType()), Count, variadic: true, nullable: Never),
        Aggregate("min", [Parameter.Any], SameAs(0), "min({0})"),
        Aggregate("max", [Parameter.Any], SameAs(0), "max({0})"),
        Aggregate("sum", [Parameter.Numeric], args => SumType(args[0].Type), Sum),
    ];

    // A row counts where none of the arguments is null; COUNT(1) counts all.
    private static string Count(CallSql call) => call.Count == 1
        ? $"count({call[0]})"
        : $"count(CASE WHEN {string.Join(" AND ", Enumerable.Range(0, call.Count).Select(i => $"{call[i]} IS NOT NULL"))} THEN 1 END)";

    private static DataType SumType(DataType argument) => argument switch
    {
        IntegralType => new LongType(),
        DecimalType d => TypeCoercion.Bounded(d.Precision + 10, d.Scale),
        _ => new DoubleType(),
    };

    // DuckDB sums whole numbers as HUGEINT: the cast brings the overflow back that Spark has.
    private static string Sum(CallSql call) => call.Type is LongType ? $"CAST(sum({call[0]}) AS BIGINT)" : $"CAST(sum({call[0]}) AS {call.ResultDuckType})";
}
