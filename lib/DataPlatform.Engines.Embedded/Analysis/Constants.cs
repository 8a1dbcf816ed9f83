using DataPlatform.Engines.Embedded.Functions;
using DataPlatform.Plans;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>
/// Which values Spark's optimizer computes before it makes a join of <c>IN</c> with a query: constants, and columns that are constants below (its rules <c>ConstantFolding</c>, <c>FoldablePropagation</c>
/// and <c>CollapseProject</c>). Of a null among them <c>IN</c> is unknown; of a null in a row, which it learns too late, <c>IN</c> is false. And a constant keeps the sign of its zero where rows are put together by it.
/// </summary>
internal static class Constants
{
    /// <summary>The columns of a projection, each saying whether it is a constant, and whether constant nulls went into it.</summary>
    public static ValueList<NamedExpression> Marked(this IEnumerable<NamedExpression> columns, BoundPlan input)
    {
        var list = columns.ToValueList();
        return IsLocal(input) && !list.Any(column => Asks(column.Expression)) ? list : list.Map(Marked);
    }

    /// <summary>The same column, saying whether it is a constant, and whether constant nulls went into it.</summary>
    public static NamedExpression Marked(this NamedExpression column) => column with { Output = Marked(column.Output, Inlined(column.Expression)) };

    /// <summary>The column where the other side of a join may have no row for it: no constant any more.</summary>
    public static BoundColumn Unmarked(this BoundColumn column) => Marked(column, null);

    /// <summary>What an operation makes of two columns of the same position.</summary>
    public static BoundColumn Marked(BoundColumn column, BoundColumn left, BoundColumn right, SetOperationKind kind, bool isAll) => (kind, isAll) switch
    {
        (SetOperationKind.Union, true) when left.Constant is null || left.Constant != right.Constant => column with { HoldsConstantNulls = HoldsNulls(left) || HoldsNulls(right) },
        (SetOperationKind.Union, true) or (not SetOperationKind.Union, false) => column with { Constant = left.Constant, HoldsConstantNulls = left.HoldsConstantNulls },
        _ => column,
    };

    /// <summary>The same expression, over the constants that its columns are.</summary>
    public static BoundExpression Inlined(BoundExpression expression) => expression.Rewrite(part => part is BoundColumn { Constant: { } constant } ? constant : part);

    /// <summary>Whether the value is the same in every row, known before any is read.</summary>
    public static bool IsConstant(BoundExpression expression) =>
        !expression.Any(part => part is BoundColumn or BoundLambda or BoundLambdaVariable or BoundSubquery or BoundWindow or BoundCall { Function: { IsVolatile: true } or { Kind: FunctionKind.Aggregate } });

    /// <summary>Whether constants that may be null go into the value of an expression that is none itself: whether it is null for them depends on how far Spark computes.</summary>
    public static bool HoldsNulls(BoundExpression expression) => expression switch
    {
        BoundColumn column => column.Constant?.IsNullable ?? column.HoldsConstantNulls,
        BoundSubquery { Kind: SubqueryKind.Scalar } query => HoldsNulls(query.Plan.Output[0]),
        BoundSubquery or BoundWindow or BoundCall { Function.Kind: FunctionKind.Aggregate } => false,
        _ when IsConstant(expression) => expression.IsNullable,
        BoundCall { Function.Name: "nullif", Arguments: [var value, var other] } when value == other => true,
        BoundCall { Function.Name: "if" or "when" } call => call.Arguments.Where((_, i) => i % 2 == 1 || i == call.Arguments.Count - 1).All(HoldsNulls),
        _ => expression.Children.Any(HoldsNulls),
    };

    private static BoundColumn Marked(BoundColumn column, BoundExpression? value)
    {
        var constant = value is not null && IsConstant(value) ? value : null;
        var holdsNulls = value is not null && constant is null && HoldsNulls(value);
        return column.Constant == constant && column.HoldsConstantNulls == holdsNulls ? column : column with { Constant = constant, HoldsConstantNulls = holdsNulls };
    }

    // Rows of the program are computed on before the optimizer looks for constants (ConvertToLocalRelation).
    private static bool IsLocal(BoundPlan plan) => plan switch
    {
        BoundValues => true,
        BoundScan scan => scan.Source.IsLocal,
        BoundProject project => IsLocal(project.Input) && !project.Columns.Any(column => Asks(column.Expression) || column.Expression.Any(part => part is BoundWindow)),
        BoundFilter filter => IsLocal(filter.Input) && !Asks(filter.Condition),
        BoundLimit limit => IsLocal(limit.Input),
        _ => false,
    };

    private static bool Asks(BoundExpression expression) => expression.Any(part => part is BoundSubquery);
}
