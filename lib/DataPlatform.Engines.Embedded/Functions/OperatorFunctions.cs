using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Comparison and logic. Arithmetic has a table of its own.</summary>
internal static class OperatorFunctions
{
    private static readonly BooleanType Boolean = new();

    public static IReadOnlyList<Function> Rows { get; } =
    [
        Scalar("and", [Parameter.Boolean, Parameter.Boolean], Gives(Boolean), "({0} AND {1})"),
        Scalar("or", [Parameter.Boolean, Parameter.Boolean], Gives(Boolean), "({0} OR {1})"),
        Scalar("not", [Parameter.Boolean], Gives(Boolean), "(NOT {0})"),
        Scalar("!", [Parameter.Boolean], Gives(Boolean), "(NOT {0})"),
        Scalar("==", [Parameter.Common, Parameter.Common], Gives(Boolean), "({0} = {1})"),
        Scalar("=", [Parameter.Common, Parameter.Common], Gives(Boolean), "({0} = {1})"),
        Scalar("!=", [Parameter.Common, Parameter.Common], Gives(Boolean), "({0} <> {1})"),
        Scalar("<=>", [Parameter.Common, Parameter.Common], Gives(Boolean), "({0} IS NOT DISTINCT FROM {1})", nullable: Never),
        Scalar("<", [Parameter.Common, Parameter.Common], Gives(Boolean), "({0} < {1})"),
        Scalar("<=", [Parameter.Common, Parameter.Common], Gives(Boolean), "({0} <= {1})"),
        Scalar(">", [Parameter.Common, Parameter.Common], Gives(Boolean), "({0} > {1})"),
        Scalar(">=", [Parameter.Common, Parameter.Common], Gives(Boolean), "({0} >= {1})"),
        Scalar("isnull", [Parameter.Any], Gives(Boolean), "({0} IS NULL)", nullable: Never),
        Scalar("isnotnull", [Parameter.Any], Gives(Boolean), "({0} IS NOT NULL)", nullable: Never),
        Scalar("in", [Parameter.Common, Parameter.Common], Gives(Boolean), In, variadic: true),
    ];

    private static string In(CallSql call) =>
        $"({call[0]} IN ({string.Join(", ", Enumerable.Range(1, call.Count - 1).Select(i => call[i]))}))";
}
