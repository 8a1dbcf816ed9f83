using DataPlatform.Plans;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>
/// <c>IN</c> over a query, negated where that is asked for. Spark makes a join of it that knows no third answer: what would be unknown is false, of <c>IN</c> as of <c>NOT IN</c>. A negation therefore
/// is moved to where the query stands, as Spark's <c>BooleanSimplification</c> does before that join is made.
/// </summary>
internal static class InQuery
{
    /// <summary>The same condition with its negations moved inwards, where it speaks of such a query.</summary>
    public static BoundExpression Simplified(BoundCall call) => (call.Function.Name, call.Arguments) switch
    {
        ("not" or "!", [var operand]) when IsIn(operand) => Negated(operand),
        ("=" or "==", [var operand, BoundLiteral { Value: bool truth }]) when IsIn(operand) => truth ? operand : Negated(operand),
        ("=" or "==", [BoundLiteral { Value: bool truth }, var operand]) when IsIn(operand) => truth ? operand : Negated(operand),
        ("!=" or "<>", [var operand, BoundLiteral { Value: bool truth }]) when IsIn(operand) => truth ? Negated(operand) : operand,
        ("!=" or "<>", [BoundLiteral { Value: bool truth }, var operand]) when IsIn(operand) => truth ? Negated(operand) : operand,
        _ => call,
    };

    private static bool IsIn(BoundExpression expression) => expression switch
    {
        BoundSubquery { Kind: SubqueryKind.In } => true,
        BoundCall { Function.Name: "and" or "or" or "not" or "!" } call => call.Arguments.Any(IsIn),
        _ => false,
    };

    private static BoundExpression Negated(BoundExpression expression) => expression switch
    {
        BoundSubquery { Kind: SubqueryKind.In } subquery => subquery with { IsNegated = !subquery.IsNegated },
        BoundCall { Function.Name: "and" } call => Call("or", call.Arguments.Map(Negated)),
        BoundCall { Function.Name: "or" } call => Call("and", call.Arguments.Map(Negated)),
        BoundCall { Function.Name: "not" or "!", Arguments: [var operand] } => operand,
        _ => Call("not", [expression]),
    };

    private static BoundCall Call(string name, ValueList<BoundExpression> arguments) => FunctionResolver.Resolve(name, FunctionResolver.Rows(name), arguments);
}
