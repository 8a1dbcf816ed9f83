using DataPlatform.Engines.Embedded.Functions;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <content>Aggregations.</content>
internal sealed partial class Analyzer
{
    private Bound Aggregate(Aggregate aggregate, Scope? outer)
    {
        if (aggregate.GroupsByAll)
        {
            return Aggregate(ByAll(aggregate, outer), outer);
        }

        if (aggregate.Type == GroupType.Pivot)
        {
            return Pivot(aggregate, Bind(aggregate.Input, outer), outer);
        }

        if (GeneratorOf(aggregate.Aggregates) is { } generator)
        {
            return aggregate.Having is null
                ? GenerateInAggregate(aggregate, generator, outer)
                : Filter(new Filter(aggregate with { Having = null }, new Cast(aggregate.Having, new BooleanType())), outer);
        }

        var (input, given, aggregates) = InWindows(aggregate, outer);
        var listed = aggregate.Type == GroupType.GroupingSets ? aggregate.GroupingSets : [];
        var distinct = given.Concat(listed.SelectMany(s => s)).Distinct().ToList();
        var grouping = distinct.Select(e => GroupingExpression(e, aggregates, input)).ToValueList();
        var sets = Sets(aggregate.Type, given.Map(distinct.IndexOf), listed.Map(set => set.Map(distinct.IndexOf)));
        var ungrouped = new ExpressionBinder(this, input.Scope, outer);
        var settled = grouping.Map(e => Key(e, ungrouped));
        var binder = new ExpressionBinder(this, input.Scope, outer) { Grouping = grouping, LeftOut = LeftOut(input.Scope, settled, sets) };

        // A key has the type that it had before some of its rows left it out; what equals it in the output is settled where they do.
        var keys = binder.LeftOut.Count == 0 ? settled.ToList() : settled.Zip(grouping, (k, e) => k with { Expression = binder.Bind(e) }).ToList();
        var outputs = aggregate.GroupingInAggregatesOnly ? [] : keys.Select(k => new NamedExpression(k.Output, k.Expression)).ToList();
        outputs.AddRange(Columns(aggregates, binder, input.Scope));
        var having = aggregate.Having is null ? null : Having(aggregate.Having, outputs, keys, input, grouping, outer);
        return Aggregated(input, keys, outputs, sets, having, outer);
    }

    // What holds an aggregate, looks at other rows or makes rows is no key.
    private Aggregate ByAll(Aggregate aggregate, Scope? outer)
    {
        var scope = Bind(aggregate.Input, outer).Scope;
        var binder = new ExpressionBinder(this, scope, outer) { TakesGenerators = true };
        var aggregates = Parsed(aggregate.Aggregates).SelectMany(e => e is UnresolvedStar star ? binder.Star(star).Select(Expression (column) => Reference(column)) : [e]).ToValueList();
        var columns = Columns(aggregates, binder, scope);
        var keys = aggregates.Where((e, i) => !HasAggregate(columns[i].Expression) && !HasWindow(columns[i].Expression) && !IsGenerator(e)).ToValueList();
        return aggregate with { GroupsByAll = false, Grouping = keys.Map(e => e switch { Alias { Child: not Literal } alias => alias.Child, Literal => new Alias(e, ""), _ => e }), Aggregates = aggregates };
    }

    // GROUP BY may name a column of the output by alias or position; a column of the input by that name comes first.
    private static Expression GroupingExpression(Expression expression, ValueList<Expression> aggregates, Bound input) => expression switch
    {
        Literal { Value: int position } when position < 1 || position > aggregates.Count =>
            throw new AnalysisException("GROUP_BY_POS_OUT_OF_RANGE", $"GROUP BY {position}: the positions go from 1 to {aggregates.Count}."),
        Literal { Value: int position } => IsAggregation(aggregates[position - 1])
            ? throw new AnalysisException("GROUP_BY_POS_AGGREGATE", $"GROUP BY {position}: the column at that position is an aggregate, which the groups are there for.")
            : aggregates[position - 1],
        UnresolvedAttribute { PlanId: null } attribute when !input.Scope.Find(Identifiers.Split(attribute.Name)).Any() =>
            aggregates.OfType<Alias>().FirstOrDefault(a => string.Equals(a.Names[0], attribute.Name, StringComparison.OrdinalIgnoreCase))?.Child ?? expression,
        _ => expression,
    };

    private NamedExpression Key(Expression expression, ExpressionBinder binder)
    {
        if (HasGenerator(expression))
        {
            throw EmbeddedErrors.UnsupportedExpression("GROUP BY", "group by that");
        }

        var bound = binder.Bind(expression);
        if (HasAggregate(bound))
        {
            throw new AnalysisException("GROUP_BY_AGGREGATE", "GROUP BY cannot hold an aggregate, which the groups are there for: aggregate first, and group the result.");
        }

        if (HasWindow(bound))
        {
            throw EmbeddedErrors.UnsupportedExpression("GROUP BY", "group by that");
        }

        if (bound.Any(part => part is BoundSubquery { Kind: SubqueryKind.In }))
        {
            throw EmbeddedErrors.UnsupportedFeature("GROUP BY of IN with a query", "Make a column of it first, and group by that.");
        }

        return bound.Type is MapType or VariantType
            ? throw EmbeddedErrors.UnsupportedFeature($"GROUP BY of {bound.Type.Sql} values", "Group by their sorted entries, or run the job on Spark.")
            : Named(binder.Names.Of(expression), bound);
    }

    // The columns of the keys that a set of several leaves out.
    private static HashSet<int> LeftOut(Scope scope, ValueList<NamedExpression> keys, ValueList<ValueList<int>>? sets)
    {
        var some = keys.Where((_, i) => sets?.All(set => set.Contains(i)) == false).Select(k => k.Expression).ToList();
        return [.. scope.Columns.Select(c => c.Column.Id).Where(id => some.Exists(key => key.Any(part => part is BoundColumn column && column.Id == id)))];
    }

    private BoundExpression Having(Expression having, List<NamedExpression> outputs, List<NamedExpression> grouped, Bound input, ValueList<Expression> grouping, Scope? outer)
    {
        // Columns grouped by come first, then the output's; aggregates see the rows alone. A qualified name means the rows' column all the same.
        var keys = input.Scope.Columns.Where(c => grouped.Exists(k => k.Expression == c.Column)).ToList();
        var names = new HashSet<string>(keys.Select(k => k.Name), StringComparer.OrdinalIgnoreCase);
        var own = keys.Concat(outputs.Where(o => !names.Contains(o.Output.Name)).Select(o => new ScopeColumn(o.Output, []))).ToList();
        names.UnionWith(own.Select(c => c.Name));
        var others = input.Scope.Columns.Where(c => !keys.Contains(c)).ToLookup(c => names.Contains(c.Name));
        var scope = new Scope(own.Concat(others[false]), input.Scope.Frames, input.Scope.Hidden.Concat(others[true].Select(c => c with { NeedsQualifier = true })));
        var binder = new ExpressionBinder(this, scope, outer) { Grouping = grouping, AggregatedScope = input.Scope };

        // Unlike WHERE, HAVING takes what can be cast to BOOLEAN.
        var condition = Casts.To(binder.Bind(having), new BooleanType());
        if (HasWindow(condition))
        {
            throw EmbeddedErrors.WindowInCondition("HAVING");
        }

        // What the condition says of an output is said of what that output is made of.
        return condition.Rewrite(e => e is BoundColumn column ? outputs.Find(o => o.Output.Id == column.Id)?.Expression ?? e : e);
    }

    // The positions of the keys of each set; a key given twice counts twice where sets are made of how many there are.
    private static ValueList<ValueList<int>>? Sets(GroupType type, ValueList<int> given, ValueList<ValueList<int>> listed)
    {
        var count = given.Count;
        IEnumerable<IEnumerable<int>>? sets = type switch
        {
            GroupType.Rollup => Enumerable.Range(0, count + 1).Select(i => given.Take(count - i)),
            GroupType.Cube => Enumerable.Range(0, 1 << count).Select(mask => given.Where((_, i) => (mask & (1 << (count - 1 - i))) == 0)),
            GroupType.GroupingSets => listed,
            _ => null,
        };
        return sets?.Select(set => set.Distinct().ToValueList()).ToValueList();
    }

    /// <summary>
    /// The aggregation: what stands in outputs and equals a key is the key's column; every other column of the input must stand inside an aggregate.
    /// </summary>
    private Bound Aggregated(
        Bound input,
        List<NamedExpression> keys,
        List<NamedExpression> outputs,
        ValueList<ValueList<int>>? sets,
        BoundExpression? having,
        Scope? outer)
    {
        // With several groupings a key that a set leaves out is null there.
        var keyColumns = sets is null
            ? keys.ConvertAll(Constants.Marked)
            : keys.ConvertAll(k => sets.All(s => s.Contains(keys.IndexOf(k))) ? k : new NamedExpression(k.Output with { IsNullable = true }, k.Expression));
        var aggregates = outputs.ConvertAll(o => o with { Expression = OverKeys(o.Expression, keyColumns) });
        if (aggregates.Exists(a => a.Expression is not BoundColumn && a.Expression.Any(part => keyColumns.Exists(k => k.Output == part && k.Output.IsNullable && !k.Expression.IsNullable && Constants.IsConstant(k.Expression)))))
        {
            throw EmbeddedErrors.UnsupportedFeature("a constant that one of several groupings leaves out, inside an expression", "Group by the expression, or leave the constant out of the grouping.");
        }

        var columns = aggregates.ConvertAll(a =>
        {
            CheckGrouping(a.Expression, keyColumns, sets);
            Check(a.Expression, keyColumns);
            var isKey = a.Expression is BoundColumn key && key.Id == a.Output.Id;
            var isNullable = a.Expression.IsNullable;
            return new NamedExpression(
                isKey ? new BoundColumn(NextId(), a.Output.Name, a.Expression.Type, isNullable) { Metadata = a.Output.Metadata } : a.Output with { IsNullable = isNullable },
                a.Expression).Marked();
        });
        if (having is null)
        {
            return Finished(input, keyColumns, columns, sets);
        }

        var condition = OverKeys(having, keyColumns);
        Check(condition, keyColumns);
        var test = Named("having", condition);
        var all = Finished(input, keyColumns, [.. columns, test], sets);
        var filtered = new BoundFilter(all.Plan, test.Output);
        var result = new BoundProject(filtered, columns.ConvertAll(c => Passed(c.Output)).ToValueList());
        return new Bound(result, all.Scope.WithColumns(all.Scope.Columns.Take(columns.Count)));
    }

    private static Bound Finished(Bound input, List<NamedExpression> keys, List<NamedExpression> columns, ValueList<ValueList<int>>? sets)
    {
        var plan = new BoundAggregate(input.Plan, keys.ToValueList(), columns.ToValueList(), sets);
        return new Bound(plan, input.Scope.WithColumns(columns.Select(c => new ScopeColumn(c.Output, QualifiersOf(c, keys, input)))));
    }

    // A grouping column still answers to its relation's name.
    private static ValueList<string> QualifiersOf(NamedExpression column, List<NamedExpression> keys, Bound input) =>
        column.Expression is BoundColumn key && keys.Find(k => k.Output.Id == key.Id)?.Expression is BoundColumn source
            ? input.Scope.Columns.FirstOrDefault(c => c.Column.Id == source.Id)?.Qualifiers ?? []
            : [];

    private static BoundExpression OverKeys(BoundExpression expression, List<NamedExpression> keys)
    {
        if (keys.Find(k => k.Expression == expression || (expression is BoundColumn column && column.Id == k.Output.Id)) is { } key)
        {
            return key.Output;
        }

        // Inside an aggregate the input's rows are meant; GROUPING speaks of keys.
        return expression is BoundCall { Function.Kind: FunctionKind.Aggregate } call && !IsGrouping(call)
            ? expression
            : expression.Children.Count == 0 ? expression : expression.WithChildren(expression.Children.Map(child => OverKeys(child, keys)));
    }

    // It tells which set of keys a row comes of, and aggregates nothing.
    private static bool IsGrouping(BoundCall call) => call.Function.Name is "grouping" or "grouping_id";

    private static void CheckGrouping(BoundExpression expression, List<NamedExpression> keys, ValueList<ValueList<int>>? sets)
    {
        if (expression is BoundCall call && IsGrouping(call))
        {
            if (sets is null)
            {
                throw new AnalysisException("UNSUPPORTED_GROUPING_EXPRESSION", $"{call.Function.Name} needs ROLLUP, CUBE or GROUPING SETS.");
            }

            if (call.Arguments.FirstOrDefault(a => !keys.Exists(k => k.Output == a)) is not null)
            {
                throw new AnalysisException($"{call.Function.Name.ToUpperInvariant()}_COLUMN_MISMATCH", $"{call.Function.Name} takes columns that are grouped by.");
            }
        }

        foreach (var child in expression.Children)
        {
            CheckGrouping(child, keys, sets);
        }
    }

    private static void Check(BoundExpression expression, List<NamedExpression> keys)
    {
        switch (expression)
        {
            case BoundCall { Function.Kind: FunctionKind.Aggregate } call when call.Children.Any(child => child.IsVolatile):
                throw EmbeddedErrors.RandomInAggregate(call.Function.Name);
            case BoundCall { Function.Kind: FunctionKind.Aggregate } call:
                if (call.Arguments.Any(HasAggregate))
                {
                    throw new AnalysisException("NESTED_AGGREGATE_FUNCTION", $"An aggregate cannot stand inside the aggregate {call.Function.Name}: aggregate twice.");
                }

                break;
            case BoundWindow window:
                foreach (var child in window.Function.Children.Concat(window.PartitionBy).Concat(window.OrderBy))
                {
                    Check(child, keys);
                }

                break;
            case BoundColumn column when !keys.Exists(k => k.Output.Id == column.Id):
                throw new AnalysisException(
                    keys.Count == 0 ? "MISSING_GROUP_BY" : "MISSING_AGGREGATION",
                    $"The column `{column.Name}` is neither grouped by nor inside an aggregate. Group by it, or take first({column.Name}) or another aggregate of it.",
                    EmbeddedErrors.Of(("expression", column.Name)));
            default:
                foreach (var child in expression.Children)
                {
                    Check(child, keys);
                }

                break;
        }
    }

    private Bound Pivot(Aggregate aggregate, Bound input, Scope? outer)
    {
        var pivot = aggregate.Pivot!;
        var values = pivot.Values.Count > 0 ? pivot.Values : catalog.DistinctValues(aggregate.Input, pivot.Column);
        var aggregates = Parsed(aggregate.Aggregates);
        var binder = new ExpressionBinder(this, input.Scope, outer);
        foreach (var settled in aggregates)
        {
            binder.Bind(settled);
        }

        var columns = values.SelectMany(value => aggregates.Select(a => (Expression)new Alias(
            OrNull(Only(a is Alias alias ? alias.Child : a, pivot.Column, value), pivot.Column, value), PivotName(value, a, aggregates.Count == 1 ? null : binder)))).ToValueList();
        return Aggregate(aggregate with { Type = GroupType.GroupBy, Pivot = null, Aggregates = columns }, outer);
    }

    // A group without rows of a value has null there, counts too.
    private static UnresolvedFunction OrNull(Expression aggregate, Expression column, Literal value)
    {
        var rows = Function("count", new Literal(1, new IntegerType())) with { Filter = IsValue(column, value) };
        return Function("when", Function(">", rows, new Literal(0, new IntegerType())), aggregate);
    }

    // An aggregate over the rows of one pivot value.
    private static Expression Only(Expression expression, Expression column, Literal value) => IsAggregate(expression) && expression is UnresolvedFunction function
        ? function with { Filter = And(function.Filter, IsValue(column, value)) }
        : expression.WithChildren(expression.Children.Map(child => Only(child, column, value)));

    // Spark looks the column's values up among those of the pivot, where NaN is not found.
    private static Expression IsValue(Expression column, Literal value) => value.Value is double.NaN or float.NaN ? new Literal(false, new BooleanType()) : Function("<=>", column, value);

    private static Expression And(Expression? left, Expression right) => left is null ? right : new UnresolvedFunction("and", [left, right]);

    private string PivotName(Literal value, Expression aggregate, ExpressionBinder? binder)
    {
        var text = value.Value switch
        {
            null => "null",

            // The value as text, without the word that makes it a constant.
            Date or Timestamp or DateTime => LiteralNames.Of(value, TimeZone).Split('\'')[1],
            _ => LiteralNames.Of(value, TimeZone),
        };
        return binder is null ? text : $"{text}_{binder.Names.Of(aggregate)}";
    }
}
