using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Functions of many rows.</summary>
internal static class AggregateFunctions
{
    public static IReadOnlyList<Function> Rows { get; } =
    [
        Aggregate("count", [Parameter.Any], Gives(new LongType()), Count, variadic: true, nullable: Never),
        Aggregate("min", [Parameter.Any], SameAs(0), "min({distinct}{0}){filter}{over}"),
        Aggregate("max", [Parameter.Any], SameAs(0), "max({distinct}{0}){filter}{over}"),
        Aggregate("sum", [Parameter.Numeric], args => SumType(args[0].Type), Sum),
    ];

    // A row counts where none of the arguments is null; COUNT(1) counts all.
    private static string Count(CallSql call) => call.Count == 1
        ? $"count({call.DistinctSql}{call[0]}){call.FilterSql}{call.OverSql}"
        : $"count({call.DistinctSql}CASE WHEN {string.Join(" AND ", Enumerable.Range(0, call.Count).Select(i => $"{call[i]} IS NOT NULL"))} THEN {(call.DistinctSql.Length > 0 ? $"row({call.All})" : "1")} END){call.FilterSql}{call.OverSql}";

    private static DataType SumType(DataType argument) => argument switch
    {
        IntegralType => new LongType(),
        DecimalType d => TypeCoercion.Bounded(d.Precision + 10, d.Scale),
        _ => new DoubleType(),
    };

    // DuckDB sums whole numbers as HUGEINT: the cast brings the overflow back that Spark has.
    private static string Sum(CallSql call) => $"CAST(sum({call.DistinctSql}{call[0]}){call.FilterSql}{call.OverSql} AS {call.ResultDuckType})";
}
