using DataPlatform.Engines.Embedded.Analysis;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Functions over a window only; <c>first_value</c> and <c>last_value</c> are aggregates.</summary>
internal static class WindowFunctions
{
    public static IReadOnlyList<Function> Rows { get; } =
    [
        Window("row_number", [], Gives(new IntegerType()), SqlForms.Template("CAST(row_number(){over} AS INTEGER)"), nullable: Never),
        Window("rank", [], Gives(new IntegerType()), SqlForms.Template("CAST(rank(){over} AS INTEGER)"), nullable: Never),
        Window("dense_rank", [], Gives(new IntegerType()), SqlForms.Template("CAST(dense_rank(){over} AS INTEGER)"), nullable: Never),
        Window("percent_rank", [], Gives(new DoubleType()), SqlForms.Template("percent_rank(){over}"), nullable: Never),
        Window("cume_dist", [], Gives(new DoubleType()), SqlForms.Template("cume_dist(){over}"), nullable: Never),
        Window("ntile", [Parameter.Is<IntegerType>("INT")], Gives(new IntegerType()), Ntile, optional: 1, nullable: Never),
        Window("lag", [Parameter.Any, Parameter.OnlyInt, Parameter.Any], SameAs(0), call => Neighbour(call, "lag"), optional: 2, nullable: NoDefault) with { Coerce = LikeFirst },
        Window("lead", [Parameter.Any, Parameter.OnlyInt, Parameter.Any], SameAs(0), call => Neighbour(call, "lead"), optional: 2, nullable: NoDefault) with { Coerce = LikeFirst },
        Window("nth_value", [Parameter.Any, Parameter.Int, Parameter.Boolean], SameAs(0), NthValue, optional: 1, nullable: Always),
    ];

    // The default takes the type of the values.
    private static IReadOnlyList<DataType>? LikeFirst(IReadOnlyList<BoundExpression> arguments) =>
        [.. arguments.Select((argument, i) => i == 1 ? (DataType)new IntegerType() : arguments[0].Type)];

    private static string Ntile(CallSql call) => call.Count > 0 && call.Constant(0) is int and <= 0 and var buckets
        ? throw EmbeddedErrors.ValueOutOfRange("buckets", "(0, 2147483647]", $"{buckets}")
        : $"CAST(ntile({(call.Count > 0 ? call[0] : "1")}){call.OverSql} AS INTEGER)";

    private static bool NoDefault(IReadOnlyList<BoundExpression> arguments) => arguments.Count < 3 || arguments[0].IsNullable || arguments[2].IsNullable;

    private static string Neighbour(CallSql call, string name)
    {
        if (call.Count > 1 && call.Argument(1).Any(part => part is BoundColumn))
        {
            throw EmbeddedErrors.NonFoldableArgument(name, 1);
        }

        return $"{name}({call.All}{(call.Call.IgnoreNulls ? " IGNORE NULLS" : "")}){call.OverSql}";
    }

    private static string NthValue(CallSql call)
    {
        if (call.Constant(1) is int and <= 0 and var offset)
        {
            throw EmbeddedErrors.ValueOutOfRange("offset", "(0, 2147483647]", $"{offset}");
        }

        var ignoresNulls = call.Call.IgnoreNulls || (call.Count > 2 && call.Constant(2) is true);
        return $"nth_value({call[0]}, {call[1]}{(ignoresNulls ? " IGNORE NULLS" : "")}){call.OverSql}";
    }
}
