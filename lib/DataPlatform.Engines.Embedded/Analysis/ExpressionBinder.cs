using DataPlatform.Engines.Embedded.Functions;
using DataPlatform.Engines.Embedded.Sql;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>Settles the names, functions and types of expressions over one scope.</summary>
/// <param name="analyzer">What gives ids, and settles subqueries.</param>
/// <param name="scope">What may be named.</param>
/// <param name="outer">What a subquery may name beyond that; null outside subqueries.</param>
internal sealed partial class ExpressionBinder(Analyzer analyzer, Scope scope, Scope? outer = null)
{
    private readonly Stack<Dictionary<string, BoundLambdaVariable>> _lambdas = new();
    private readonly Dictionary<Expression, BoundExpression> _settled = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SubqueryExpression, List<(ExpressionBinder Binder, BoundColumn Column)>> _outerReferences = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ExpressionString, Expression> _parsed = new(ReferenceEqualityComparer.Instance);
    private int _aggregates;

    /// <summary>What a subquery may name beyond its own relations; null outside subqueries.</summary>
    public Scope? Outer => outer;

    /// <summary>The columns of the scope that are aliases of the same projection.</summary>
    public IReadOnlyCollection<BoundColumn> LateralAliases { get; init; } = [];

    /// <summary>What the rows are grouped by, of which <c>grouping_id()</c> speaks.</summary>
    public ValueList<Expression> Grouping { get; init; } = [];

    /// <summary>What names inside aggregates mean; null: what they mean elsewhere.</summary>
    public Scope? AggregatedScope { get; init; }

    /// <summary>Whether this settles a generator, which nothing else may hold.</summary>
    public bool TakesGenerators { get; init; }

    /// <summary>Columns of keys that some of several groupings leave out, and that are null there, but for aggregates, which see the rows themselves.</summary>
    public IReadOnlySet<int> LeftOut { get; init; } = new HashSet<int>();

    /// <summary>The names of what this settles.</summary>
    public ColumnNames Names => new(this, analyzer.TimeZone);

    /// <summary>What an expression, this very one, was settled to; null where it was not.</summary>
    public BoundExpression? Settled(Expression expression) => _settled.GetValueOrDefault(expression);

    /// <summary>The columns that a subquery names of what it stands in: those of its topmost relation first, while the lowest is settled first.</summary>
    public IEnumerable<BoundColumn> OuterReferences(SubqueryExpression subquery) =>
        _outerReferences.GetValueOrDefault(subquery, []).GroupBy(reference => reference.Binder).Reverse().SelectMany(relation => relation.Select(reference => reference.Column));

    /// <summary>The expression that a text says, the same one each time.</summary>
    public Expression Parsed(ExpressionString text) => _parsed.TryGetValue(text, out var known) ? known : _parsed[text] = SqlParser.ParseExpression(text.Text);

    /// <summary>Whether a column is an alias of the same projection.</summary>
    public bool IsLateralAlias(BoundColumn column) => LateralAliases.Contains(column);

    /// <summary>The settled expression. Aliases are dropped: names are the projection's affair.</summary>
    public BoundExpression Bind(Expression expression) => _settled[expression] = expression switch
    {
        Literal literal => new BoundLiteral(literal.Value, literal.Type is CharType or VarcharType ? new StringType() : literal.Type),
        UnresolvedAttribute attribute => Attribute(attribute),
        UnresolvedNamedLambdaVariable variable => LambdaVariable(variable.Name) ?? throw EmbeddedErrors.UnresolvedColumn(variable.Name, []),
        Alias alias => Bind(alias.Child),
        ExpressionString text => Bind(Parsed(text)),
        Cast cast => BindCast(cast),
        UnresolvedFunction function => Function(function),
        UnresolvedExtractValue extract => Extract(Bind(extract.Child), extract.Extraction),
        UpdateFields update => Update(update),
        SortOrder order => WithinGroup(Order(order)),
        WindowExpression window => Window(window),
        SubqueryExpression subquery => Subquery(subquery),
        UnresolvedStar or UnresolvedRegex => throw new AnalysisException(
            "INVALID_USAGE_OF_STAR_OR_REGEX", "A star or a column pattern may stand in a projection or as the argument of count or struct only."),
        LambdaFunction => throw new AnalysisException("INVALID_LAMBDA_FUNCTION_CALL.NON_HIGHER_ORDER_FUNCTION", "A lambda may stand only where a function takes one."),
        _ => throw EmbeddedErrors.UnsupportedFeature($"the expression {expression.GetType().Name}", "Run the job on Spark."),
    };

    /// <summary>A settled condition.</summary>
    /// <exception cref="AnalysisException"><c>DATATYPE_MISMATCH.FILTER_NOT_BOOLEAN</c>.</exception>
    public BoundExpression Condition(Expression expression)
    {
        var condition = Bind(expression);
        return condition.Type switch
        {
            BooleanType => condition,
            _ => throw new AnalysisException(
                "DATATYPE_MISMATCH.FILTER_NOT_BOOLEAN",
                $"A condition must be BOOLEAN; {Names.Text(expression)} is {condition.Type.Sql}.",
                EmbeddedErrors.Of(("filter", Names.Text(expression)), ("type", condition.Type.Sql))),
        };
    }

    /// <summary>A settled key of an order.</summary>
    public BoundSortOrder Order(SortOrder order)
    {
        var child = Bind(order.Child);
        return child.Type is MapType or VariantType
            ? throw new AnalysisException("DATATYPE_MISMATCH.INVALID_ORDERING_TYPE", $"Rows cannot be ordered by {child.Type.Sql}.")
            : new BoundSortOrder(child, order.IsAscending, order.NullsFirst);
    }

    // An aggregate of values in an order takes the values out of it.
    private static BoundSortOrder WithinGroup(BoundSortOrder order) => OrderKeySql.Concerns(order.Child.Type)
        ? throw EmbeddedErrors.UnsupportedFeature($"an order within a group by {order.Child.Type.Sql} values that may hold nulls", "Order by their parts, or run the job on Spark.")
        : order;

    private BoundExpression BindCast(Cast cast)
    {
        var child = Bind(cast.Child);
        var type = cast.Type is CharType or VarcharType ? new StringType() : cast.Type;
        if (cast.Mode == CastMode.Constant)
        {
            return new BoundCast(child, type, IsNullable: false, IsTry: false);
        }

        if (child.Type == type || !CastRules.CanCast(child.Type, type))
        {
            return Casts.To(child, type);
        }

        // A cast that is asked for stays one: Spark makes decimals of constants by their digits, and of casts by their type.
        var isTry = cast.Mode == CastMode.Try;
        return child is BoundLiteral { Value: null }
            ? Casts.To(child, type)
            : new BoundCast(child, type, isTry || child.IsNullable || CastRules.ForcesNull(child.Type, type, isTry), isTry);
    }

    private BoundWindow Window(WindowExpression window)
    {
        if (Bind(window.Function) is not BoundCall { Function.Kind: FunctionKind.Aggregate or FunctionKind.Window } function)
        {
            throw new AnalysisException("UNSUPPORTED_EXPR_FOR_WINDOW", $"{Names.Text(window.Function)} is no window function and no aggregate.");
        }

        if (function.Function.Kind == FunctionKind.Window && window.OrderBy.Count == 0)
        {
            throw new AnalysisException(
                "WINDOW_FUNCTION_FRAME_NOT_ORDERED", $"{function.Function.Name} needs an order: give its window an ORDER BY.");
        }

        if (function.IsDistinct)
        {
            throw new AnalysisException("DISTINCT_WINDOW_FUNCTION_UNSUPPORTED", $"{function.Function.Name}(DISTINCT …) cannot run over a window.");
        }

        var order = window.OrderBy.Map(Order);
        CheckFrame(window, order);
        return new BoundWindow(function, window.PartitionBy.Map(Bind), order, window.Frame is null ? null : Frame(window.Frame));
    }

    private void CheckFrame(WindowExpression window, ValueList<BoundSortOrder> order)
    {
        if (window.Frame is not { } frame)
        {
            return;
        }

        if (Distance(frame.Lower, -1) > Distance(frame.Upper, 1))
        {
            throw new AnalysisException("DATATYPE_MISMATCH.SPECIFIED_WINDOW_FRAME_WRONG_COMPARISON", "The lower bound of a window frame must not lie behind its upper bound.");
        }

        if (frame.IsRange && order is [{ Type: DateType }] && (IsLong(frame.Lower) || IsLong(frame.Upper)))
        {
            throw new AnalysisException("DATATYPE_MISMATCH.RANGE_FRAME_INVALID_TYPE", "The distance of a RANGE frame over dates is an INT or an interval, not a BIGINT.");
        }

        if (frame.IsRange && window.OrderBy.Count > 1 && (frame.Lower.Offset ?? frame.Upper.Offset) is not null)
        {
            throw new AnalysisException("DATATYPE_MISMATCH.RANGE_FRAME_MULTI_ORDER", "A RANGE frame with a distance needs exactly one key in ORDER BY.");
        }
    }

    private bool IsLong(FrameBoundary boundary) => boundary.Offset is { } offset && Folded(offset) is Literal { Type: LongType };

    private double Distance(FrameBoundary boundary, int side) => boundary switch
    {
        { Kind: FrameBoundaryKind.Unbounded } => side * double.PositiveInfinity,
        { Kind: FrameBoundaryKind.CurrentRow } => 0,
        { Offset: { } offset } when Folded(offset) is Literal { Value: IConvertible and not string and var number } => Convert.ToDouble(number, System.Globalization.CultureInfo.InvariantCulture),
        _ => double.NaN,
    };

    private Expression Plain(Expression expression) => expression is ExpressionString text ? Parsed(text) : expression;

    // A distance backwards is a minus before a constant.
    private Expression Folded(Expression offset) => offset is not UnresolvedFunction { Name: "-" or "negative", Arguments: [var distance] } || Plain(distance) is not Literal literal ? offset : literal.Value switch
    {
        int number => literal with { Value = -number },
        long number => literal with { Value = -number },
        double number => literal with { Value = -number },
        decimal number => literal with { Value = -number },
        TimeSpan span => literal with { Value = -span },
        _ => offset,
    };

    private BoundFrame Frame(WindowFrame frame) => new(frame.IsRange, Boundary(frame.Lower), Boundary(frame.Upper));

    private BoundExpression? Boundary(FrameBoundary boundary) => boundary.Kind switch
    {
        FrameBoundaryKind.Unbounded => null,
        FrameBoundaryKind.CurrentRow => new BoundLiteral(0L, new LongType()),
        _ => Bind(Folded(boundary.Offset!)),
    };

    private BoundSubquery Subquery(SubqueryExpression subquery)
    {
        var references = _outerReferences[subquery] = [];
        // Aliases of the same projection are no columns around a subquery.
        var around = LateralAliases.Count == 0 ? scope : scope.WithColumns(scope.Columns.Where(c => !IsLateralAlias(c.Column)));
        var bound = analyzer.Bind(subquery.Plan, around.AsOuter(references));
        var output = bound.Plan.Output;
        var values = subquery.Values.Map(Bind);
        switch (subquery.Kind)
        {
            case SubqueryKind.Exists:
                return new BoundSubquery(subquery.Kind, bound.Plan, [], new BooleanType(), IsNullable: false);
            case SubqueryKind.Scalar when output.Count == 1:
                return new BoundSubquery(subquery.Kind, bound.Plan, [], output[0].Type, IsNullable: true);
            case SubqueryKind.In when output.Count == values.Count:
                return InSubquery(bound.Plan, values) with { IsCorrelated = references.Count > 0 };
            default:
                throw new AnalysisException(
                    subquery.Kind == SubqueryKind.Scalar ? "INVALID_SUBQUERY_EXPRESSION.SCALAR_SUBQUERY_RETURN_MORE_THAN_ONE_OUTPUT_COLUMN" : "DATATYPE_MISMATCH.IN_SUBQUERY_LENGTH_MISMATCH",
                    $"The subquery has {output.Count} columns where {Math.Max(1, values.Count)} are wanted.");
        }
    }

    private BoundSubquery InSubquery(BoundPlan plan, ValueList<BoundExpression> values)
    {
        var common = values.Zip(plan.Output, (value, column) => TypeCoercion.CommonType(value.Type, column.Type) ??
            throw EmbeddedErrors.BinaryDifferentTypes("IN", value.Type, column.Type)).ToList();
        var cast = new BoundProject(
            plan,
            plan.Output.Select((column, i) => analyzer.Named(column.Name, Casts.To(column, common[i]))).ToValueList());
        var left = values.Select((value, i) => Casts.To(value, common[i])).ToValueList();
        return new BoundSubquery(SubqueryKind.In, cast, left, new BooleanType(), left.Any(v => v.IsNullable) || plan.Output.Any(c => c.IsNullable));
    }
}
