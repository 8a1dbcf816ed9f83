using DataPlatform.Engines.Embedded.Functions;
using DataPlatform.Plans;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <content>Orders.</content>
internal sealed partial class Analyzer
{
    private Bound Sort(Sort sort, Scope? outer)
    {
        if (sort.Input is Aggregate { GroupsByAll: true } all)
        {
            return Sort(sort with { Input = ByAll(all, outer) }, outer);
        }

        var input = Bind(sort.Input, outer);
        var aggregation = sort.Input is Project project && input.Plan is BoundAggregate ? OfAll(project) : sort.Input as Aggregate;
        if (aggregation is { Having: not null } && aggregation.Aggregates.Any(IsGenerator))
        {
            throw EmbeddedErrors.UnsupportedFeature("ORDER BY over HAVING over a generator", "Generate the rows in a query of its own, and order that.");
        }

        if (aggregation is { Type: not GroupType.Pivot } aggregate && HiddenKeys(sort.Order, input, outer) is { Count: > 0 } hidden)
        {
            return SortOverAggregate(sort, aggregate, hidden, input, outer);
        }

        var keys = (IsByAll(sort, input) ? input.Scope.Columns.Map(c => sort.Order[0] with { Child = Reference(c) }) : sort.Order).Map(order => Ordinal(order, input));

        // Rows within a partition have no order of their own in one process: ordering all of them orders each part.
        return WithMissing(input, outer, binder => keys.Map(key => Sortable(key.Bound ?? binder.Order(key.Order))), (plan, order) => new BoundSort(plan, order));
    }

    // ORDER BY ALL, where no column is called so.
    private static bool IsByAll(Sort sort, Bound input) => sort.Order is [{ Child: UnresolvedAttribute { PlanId: null } attribute }] &&
        attribute.Name.Equals("all", StringComparison.OrdinalIgnoreCase) && !input.Scope.Find([attribute.Name]).Any();

    // Keys that aggregate once more, or name what the aggregation's output does not.
    private List<Expression> HiddenKeys(ValueList<SortOrder> order, Bound output, Scope? outer)
    {
        var binder = new ExpressionBinder(this, output.Scope, outer);
        var made = output.Plan.SelfAndBelow().OfType<BoundAggregate>().First();
        return order.Select(key => key.Child).Where(key => key is not Literal && IsHidden(key, binder, made)).ToList();
    }

    private static bool IsHidden(Expression key, ExpressionBinder binder, BoundAggregate made)
    {
        try
        {
            var bound = binder.Bind(key);
            return HasAggregate(bound) && (FirstAggregated(bound, column => made.Aggregates.FirstOrDefault(m => m.Output == column) is { Expression: not BoundColumn }) is { } alias
                ? throw EmbeddedErrors.AggregatedAlias(alias.Name, made.Input.Output.Any(c => string.Equals(c.Name, alias.Name, StringComparison.OrdinalIgnoreCase)))
                : true);
        }
        catch (AnalysisException missing) when (IsMissingName(missing))
        {
            return true;
        }
    }

    // The keys become columns of the aggregation, and are left out again.
    private Bound SortOverAggregate(Sort sort, Aggregate aggregate, List<Expression> hidden, Bound output, Scope? outer)
    {
        var names = hidden.Select((_, i) => $"__order{i}").ToValueList();
        var extended = aggregate with { Aggregates = aggregate.Aggregates.Concat(hidden.Select((key, i) => (Expression)new Alias(OverAliases(key, aggregate.Aggregates), names[i]))).ToValueList() };
        var order = sort.Order.Map(key => hidden.IndexOf(key.Child) is >= 0 and var i ? key with { Child = new UnresolvedAttribute(names[i]) } : key);
        Bound sorted;
        try
        {
            sorted = Bind(new Drop(sort with { Input = extended, Order = order }, [], names), outer);
        }
        catch (AnalysisException error) when (error.Code is "MISSING_AGGREGATION" or "MISSING_GROUP_BY")
        {
            // The aggregation alone was settled before: the column stands in the order, and is nothing that the output or the keys have.
            throw EmbeddedErrors.UnresolvedColumn(error.Parameters["expression"], output.Scope.Columns.Select(c => c.Name));
        }

        var bound = sorted.Plan.SelfAndBelow().OfType<BoundAggregate>().First();
        var outputs = bound.Aggregates.Where(a => !names.Contains(a.Output.Name)).ToList();
        var isClosed = aggregate.Aggregates.Any(IsGenerator) || (aggregate.Having is not null && BringsIn(bound.Aggregates[^1].Expression, outputs[..^1]));
        foreach (var key in bound.Aggregates.Where(a => names.Contains(a.Output.Name)))
        {
            CheckOrder(key.Expression, bound.Keys, output, isClosed);
        }

        return sorted;
    }

    // Outside aggregates a name of the output means that, also where the rows have it too.
    private static Expression OverAliases(Expression key, ValueList<Expression> aggregates) => key switch
    {
        UnresolvedAttribute { PlanId: null } attribute => aggregates.OfType<Alias>().FirstOrDefault(a => string.Equals(a.Names[0], attribute.Name, StringComparison.OrdinalIgnoreCase))?.Child ?? key,
        SubqueryExpression => key,
        _ when IsAggregate(key) || key.Children.Count == 0 => key,
        _ => key.WithChildren(key.Children.Map(child => OverAliases(child, aggregates))),
    };

    // Over a generator, and once HAVING has brought in what the output lacks, Spark's ORDER BY knows the output and the columns grouped by, and aggregates no more.
    private static void CheckOrder(BoundExpression order, ValueList<NamedExpression> keys, Bound output, bool isClosed)
    {
        bool IsUnknown(BoundColumn column) => !keys.Any(k => k.Expression == column) && !output.Scope.Find([column.Name]).Any();

        // An expression grouped by has no name.
        var inner = order.Rewrite(part => keys.FirstOrDefault(k => k.Output == part)?.Expression ?? part);
        if (isClosed && FirstColumn(inner, IsUnknown) is { } unknown)
        {
            throw EmbeddedErrors.UnresolvedColumn(unknown.Name, output.Scope.Columns.Select(c => c.Name));
        }

        if (HasWindow(order) || (isClosed && order.Any(part => part is BoundCall { Function.Kind: FunctionKind.Aggregate } call && !IsGrouping(call))))
        {
            throw EmbeddedErrors.UnsupportedExpression("ORDER BY", "order by that");
        }
    }

    private static bool BringsIn(BoundExpression condition, List<NamedExpression> outputs) => !outputs.Exists(output => output.Expression == condition) &&
        (condition is BoundColumn or BoundCall { Function.Kind: FunctionKind.Aggregate } || condition.Children.Any(child => BringsIn(child, outputs)));

    private static BoundColumn? FirstAggregated(BoundExpression expression, Func<BoundColumn, bool> fits) => expression is BoundCall { Function.Kind: FunctionKind.Aggregate }
        ? FirstColumn(expression, fits)
        : expression.Children.Select(child => FirstAggregated(child, fits)).FirstOrDefault(found => found is not null);

    private static BoundColumn? FirstColumn(BoundExpression expression, Func<BoundColumn, bool> fits) =>
        expression is BoundColumn column && fits(column) ? column : expression.Children.Select(child => FirstColumn(child, fits)).FirstOrDefault(found => found is not null);

    private static BoundSortOrder Sortable(BoundSortOrder order)
    {
        if (HasWindow(order.Child) || HasAggregate(order.Child))
        {
            throw EmbeddedErrors.UnsupportedExpression("ORDER BY", "order by that");
        }

        return order.Child.Any(part => part is BoundSubquery { Kind: not SubqueryKind.Scalar })
            ? throw new AnalysisException("UNSUPPORTED_SUBQUERY_EXPRESSION_CATEGORY.UNSUPPORTED_IN_EXISTS_SUBQUERY", "ORDER BY cannot hold IN or EXISTS with a query: make a column of it first, and order by that.")
            : order;
    }

    private static (SortOrder Order, BoundSortOrder? Bound) Ordinal(SortOrder order, Bound input)
    {
        if (order.Child is not Literal { Value: int position })
        {
            return (order, null);
        }

        return position >= 1 && position <= input.Scope.Columns.Count
            ? (order, new BoundSortOrder(input.Scope.Columns[position - 1].Column, order.IsAscending, order.NullsFirst))
            : throw new AnalysisException(
                "ORDER_BY_POS_OUT_OF_RANGE", $"ORDER BY {position}: the positions go from 1 to {input.Scope.Columns.Count}.");
    }
}
