using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Comparison and logic. Arithmetic has a table of its own.</summary>
internal static class OperatorFunctions
{
    private static readonly BooleanType Boolean = new();

    private static readonly Parameter[] Two = [Parameter.Any, Parameter.Any];

    public static IReadOnlyList<Function> Rows { get; } =
    [
        Logic("and", call => Lazy(call, "AND", "{0} IS FALSE", "false")),
        Logic("or", call => Lazy(call, "OR", "{0} IS TRUE", "true")),
        Scalar("not", [Parameter.Boolean], Gives(Boolean), "(NOT {0})"),
        Scalar("!", [Parameter.Boolean], Gives(Boolean), "(NOT {0})"),
        Equality("==", "({0} = {1})"),
        Equality("=", "({0} = {1})"),
        Equality("!=", "({0} <> {1})"),
        Equality("<>", "({0} <> {1})"),
        Equality("<=>", "({0} IS NOT DISTINCT FROM {1})") with { Nullable = Never },
        Equality("equal_null", "({0} IS NOT DISTINCT FROM {1})") with { Nullable = Never },
        Order("<"),
        Order("<="),
        Order(">"),
        Order(">="),
        Scalar("between", [Parameter.Common, Parameter.Common, Parameter.Common], Gives(Boolean), Between),
        Scalar("isnull", [Parameter.Any], Gives(Boolean), "({0} IS NULL)", nullable: Never),
        Scalar("isnull unknown", [Parameter.Any], Gives(Boolean), "({0} IS NULL)", nullable: Never),
        Scalar("isnotnull", [Parameter.Any], Gives(Boolean), "({0} IS NOT NULL)", nullable: Never),
        Scalar("isnotnull unknown", [Parameter.Any], Gives(Boolean), "({0} IS NOT NULL)", nullable: Never),
        Scalar("in", [Parameter.Any, Parameter.Any], Gives(Boolean), In, variadic: true) with { Coerce = ArithmeticCoercion.Membership },
    ];

    private static Function Logic(string name, SqlForm sql) => Scalar(name, Two, Gives(Boolean), sql) with { Coerce = BothBoolean };

    private static Function Equality(string name, string sql) => Scalar(name, Two, Gives(Boolean), sql) with { Coerce = ArithmeticCoercion.Equality };

    private static string Between(CallSql call)
    {
        var keys = call.Keys();
        return $"({keys[0]} BETWEEN {keys[1]} AND {keys[2]})";
    }

    private static Function Order(string symbol) => Scalar(symbol, Two, Gives(Boolean), call => $"({string.Join($" {symbol} ", call.Keys())})") with { Coerce = ArithmeticCoercion.Order };

    private static IReadOnlyList<DataType>? BothBoolean(IReadOnlyList<BoundExpression> arguments) =>
        arguments.All(a => a.Type is BooleanType or StringType or NullType) && !arguments.All(a => a.Type is StringType) ? [Boolean, Boolean] : null;

    // Spark does not look at the right side where the left one decides, so an error there must not come. The conjunction stays on top: joins and filters take it apart.
    private static string Lazy(CallSql call, string symbol, string decided, string answer)
    {
        var (left, right) = (call[0], call[1]);
        if (!SqlRisk.MayFail(right))
        {
            return $"({left} {symbol} {right})";
        }

        var guard = decided.Replace("{0}", left, StringComparison.Ordinal);
        return $"({left} {symbol} (CASE WHEN {guard} THEN {answer} ELSE {right} END))";
    }

    private static string In(CallSql call) =>
        $"({call[0]} IN ({string.Join(", ", Enumerable.Range(1, call.Count - 1).Select(i => call[i]))}))";
}
