using DataPlatform.Engines.Embedded.Functions;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <content>Projections and filters.</content>
internal sealed partial class Analyzer
{
    private Bound Project(Project project, Scope? outer)
    {
        var (input, expressions) = InWindows(project.Input, Parsed(project.Expressions), outer);
        var binder = new ExpressionBinder(this, input.Scope, outer);
        if (GeneratorOf(expressions) is { } generator)
        {
            return expressions.Any(IsAggregation)
                ? Aggregate(OfAll(project), outer)
                : GenerateInProject(expressions, generator, input, outer);
        }

        var columns = Columns(expressions, binder, input.Scope);
        if (columns.Any(c => HasAggregate(c.Expression)))
        {
            return Aggregated(input, [], columns, sets: null, having: null, outer);
        }

        return Projected(input, columns);
    }

    // A projection that aggregates makes one group of all rows.
    private static Aggregate OfAll(Project project) =>
        new(project.Input, GroupType.GroupBy, [], Parsed(project.Expressions), null, []) { GroupingInAggregatesOnly = true, PlanId = project.PlanId };

    private static bool IsAggregation(Expression expression) => IsAggregate(expression) ||
        (expression is not (SubqueryExpression or WindowExpression) && expression.Children.Any(IsAggregation));

    private static bool IsAggregate(Expression expression) => Calls(expression, FunctionKind.Aggregate);

    private static bool Calls(Expression expression, FunctionKind kind) => expression is UnresolvedFunction function && FunctionTable.Find(function.Name) is [var row, ..] && row.Kind == kind;

    // A column that is passed on keeps the qualifiers it had.
    private static IEnumerable<ScopeColumn> OutputScope(IEnumerable<NamedExpression> columns, Scope input)
    {
        var qualifiers = new Dictionary<int, ValueList<string>>();
        foreach (var column in input.Columns)
        {
            qualifiers.TryAdd(column.Column.Id, column.Qualifiers);
        }

        return columns.Select(c => new ScopeColumn(
            c.Output,
            c.Expression is BoundColumn source && source.Name == c.Output.Name ? qualifiers.GetValueOrDefault(source.Id, []) : []));
    }

    /// <summary>Expressions given as text, as what they are.</summary>
    private static ValueList<Expression> Parsed(ValueList<Expression> expressions) =>
        expressions.Map(e => e.Any(part => part is ExpressionString) ? e.Rewrite(part => part is ExpressionString text ? SqlParser.ParseExpression(text.Text) : part) : e);

    /// <summary>The named columns that a projection's expressions make; stars become all they mean.</summary>
    private List<NamedExpression> Columns(ValueList<Expression> expressions, ExpressionBinder binder, Scope scope)
    {
        var columns = new List<NamedExpression>();
        foreach (var expression in expressions)
        {
            columns.AddRange(ColumnsOf(expression, binder, scope, columns));
        }

        return columns;
    }

    private IEnumerable<NamedExpression> ColumnsOf(Expression expression, ExpressionBinder binder, Scope scope, List<NamedExpression> before)
    {
        switch (expression)
        {
            case UnresolvedStar star:
                return StarColumns(star, binder);
            case UnresolvedRegex regex:
                var pattern = new System.Text.RegularExpressions.Regex($"^(?:{regex.Pattern.Trim('`')})$", System.Text.RegularExpressions.RegexOptions.IgnoreCase);
                return scope.Columns.Where(c => pattern.IsMatch(c.Name)).Select(c => Passed(c.Column));
            default:
                return [ColumnOver(expression, binder, scope, before)];
        }
    }

    // A name that the input lacks may be an alias further left; what is said of it is said of what it stands for.
    private NamedExpression ColumnOver(Expression expression, ExpressionBinder binder, Scope scope, List<NamedExpression> before)
    {
        try
        {
            return Column(expression, binder);
        }
        catch (AnalysisException missing) when (before.Count > 0 && missing.Code.StartsWith("UNRESOLVED_COLUMN.", StringComparison.Ordinal))
        {
            var aliases = before.Where(c => !scope.Find([c.Output.Name]).Any()).ToList();
            var over = new ExpressionBinder(this, scope.WithColumns(scope.Columns.Concat(aliases.Select(c => new ScopeColumn(c.Output, [])))), binder.Outer) { LateralAliases = aliases.ConvertAll(c => c.Output) };
            var column = Column(expression, over);
            CheckLateral(column.Expression, over);
            return column with { Expression = column.Expression.Rewrite(e => e is BoundColumn used ? aliases.Find(a => a.Output.Id == used.Id)?.Expression ?? e : e) };
        }
    }

    private static void CheckLateral(BoundExpression expression, ExpressionBinder binder)
    {
        var place = expression switch
        {
            BoundWindow => "WINDOW",
            BoundCall { Function.Kind: FunctionKind.Aggregate } => "AGGREGATE_FUNC",
            _ => null,
        };
        if (place is not null && expression.Children.Any(child => child.Any(part => part is BoundColumn column && binder.IsLateralAlias(column))))
        {
            throw EmbeddedErrors.LateralColumnAlias(place);
        }

        foreach (var child in expression.Children)
        {
            CheckLateral(child, binder);
        }
    }

    private IEnumerable<NamedExpression> StarColumns(UnresolvedStar star, ExpressionBinder binder)
    {
        try
        {
            return binder.Star(star).Select(c => Passed(c.Column)).ToList();
        }
        catch (AnalysisException) when (star.Target is not null && TryStruct(star, binder) is not null)
        {
            return TryStruct(star, binder)!;
        }
    }

    private List<NamedExpression>? TryStruct(UnresolvedStar star, ExpressionBinder binder)
    {
        var value = binder.Bind(new UnresolvedAttribute(star.Target!.EndsWith(".*", StringComparison.Ordinal) ? star.Target[..^2] : star.Target, star.PlanId));
        return value.Type is StructType type
            ? type.Fields.FindAll(f => !star.Except.Contains(f.Name, StringComparer.OrdinalIgnoreCase)).ConvertAll(f => Named(f.Name, new BoundField(value, f.Name, f.DataType, value.IsNullable || f.IsNullable)))
            : null;
    }

    private NamedExpression Column(Expression expression, ExpressionBinder binder)
    {
        var bound = binder.Bind(expression);
        if (expression is Alias alias)
        {
            var named = Named(alias.Names[0], bound);
            return alias.Metadata is null ? named : named with { Output = named.Output with { Metadata = alias.Metadata } };
        }

        return bound is BoundColumn column && expression is UnresolvedAttribute ? Passed(column) : Named(binder.Names.Of(expression), bound);
    }

    // A column that passes through keeps its identity, so that a data frame's column still names it further up.
    private static NamedExpression Passed(BoundColumn column) => new(column, column);

    private Bound Filter(Filter filter, Scope? outer)
    {
        var input = Bind(filter.Input, outer);
        return WithMissing(input, outer, binder => binder.Condition(filter.Condition), (plan, condition) =>
        {
            if (HasAggregate(condition))
            {
                throw new AnalysisException("INVALID_WHERE_CONDITION", "WHERE cannot hold an aggregate or a window function: use HAVING, or filter after the aggregation.");
            }

            if (filter.IsQualify && !HasWindow(condition) && !(input.Plan is BoundProject project && project.Columns.Any(c => HasWindow(c.Expression))))
            {
                throw new AnalysisException("QUALIFY_REQUIRES_WINDOW_FUNCTION", "QUALIFY needs a window function, in its condition or among the columns selected: filter by WHERE or HAVING without one.");
            }

            return HasWindow(condition) && !filter.IsQualify
                ? throw EmbeddedErrors.WindowInCondition("WHERE")
                : new BoundFilter(plan, condition);
        });
    }

    /// <summary>
    /// Binds over a relation; where a name is only known below its projection, the projection carries that column along and it is dropped after.
    /// </summary>
    private Bound WithMissing<T>(Bound input, Scope? outer, Func<ExpressionBinder, T> bind, Func<BoundPlan, T, BoundPlan> wrap)
    {
        try
        {
            return new Bound(wrap(input.Plan, bind(new ExpressionBinder(this, input.Scope, outer))), input.Scope) { Below = input.Below };
        }
        catch (AnalysisException missing) when (input.Below is { } below && IsMissingName(missing) && IsOfProjection(input.Plan))
        {
            var hidden = below.Scope.Columns.Concat(below.Scope.Hidden.Where(c => c.NeedsQualifier)).Where(c => !input.Scope.Columns.Any(own => own.Column.Id == c.Column.Id)).ToList();
            var visible = hidden.Where(h => !input.Scope.Columns.Any(own => string.Equals(own.Name, h.Name, StringComparison.OrdinalIgnoreCase)) ||
                h.Qualifiers.Count > 0).ToList();
            var scope = input.Scope.WithColumns(input.Scope.Columns.Concat(visible));
            var value = bind(new ExpressionBinder(this, scope, outer));
            var plan = new BoundProject(wrap(Carrying(input.Plan, visible), value), input.Plan.Output.Map(Passed));
            return new Bound(plan, input.Scope) { Below = null };
        }
    }

    private static bool IsOfProjection(BoundPlan plan) => plan is BoundProject || (plan is BoundFilter or BoundSort && IsOfProjection(plan.Inputs[0]));

    // The rows of a projection, filtered and sorted as they were, with columns from below it.
    private static BoundPlan Carrying(BoundPlan plan, IEnumerable<ScopeColumn> columns) => plan is BoundProject project
        ? project with { Columns = project.Columns.Concat(columns.Select(c => Passed(c.Column))) }
        : plan.WithInputs([Carrying(plan.Inputs[0], columns)]);

    private static bool IsMissingName(AnalysisException error) =>
        error.Code.StartsWith("UNRESOLVED_COLUMN", StringComparison.Ordinal) || error.Code == "CANNOT_RESOLVE_DATAFRAME_COLUMN";

    private Bound ToDF(ToDF toDF, Scope? outer)
    {
        var input = Bind(toDF.Input, outer);
        if (toDF.ColumnNames.Count != input.Scope.Columns.Count)
        {
            throw new AnalysisException(
                toDF.Input is InlineTable ? "INVALID_INLINE_TABLE.NUM_COLUMNS_MISMATCH" : "ASSIGNMENT_ARITY_MISMATCH", $"{toDF.ColumnNames.Count} names do not fit {input.Scope.Columns.Count} columns.");
        }

        return Projected(input, input.Scope.Columns.Select((c, i) => Named(toDF.ColumnNames[i], c.Column)));
    }

    private Bound WithColumns(WithColumns columns, Scope? outer)
    {
        var (input, given) = InWindows(columns.Input, columns.Aliases.Map(a => (Expression)a), outer);
        var aliases = given.Map(a => (Alias)a);
        if (aliases.GroupBy(a => a.Names[0], StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw EmbeddedErrors.ColumnAlreadyExists(twice.Key);
        }

        Expression Replacement(ScopeColumn column) =>
            aliases.FirstOrDefault(a => string.Equals(a.Names[0], column.Name, StringComparison.OrdinalIgnoreCase)) ?? (Expression)Reference(column);

        var added = aliases.Where(a => !input.Scope.Columns.Any(c => string.Equals(c.Name, a.Names[0], StringComparison.OrdinalIgnoreCase)));
        var kept = input.Scope.Columns;
        var binder = new ExpressionBinder(this, input.Scope, outer);
        if (GeneratorOf(aliases.Map(a => (Expression)a)) is { } generator)
        {
            return GenerateInProject(kept.Select(Replacement).Concat(added).ToValueList(), generator, input, outer);
        }

        var outputs = kept
            .Select(c => Replacement(c) is Alias alias ? Column(alias, binder) : Passed(c.Column))
            .Concat(added.Select(a => Column(a, binder)))
            .ToList();
        return outputs.Any(c => HasAggregate(c.Expression))
            ? Aggregated(input, [], outputs, sets: null, having: null, outer)
            : Projected(input, outputs);
    }

    private static UnresolvedAttribute Reference(ScopeColumn column) =>
        new(string.Join(".", column.Qualifiers.Append(column.Name).Select(p => $"`{p.Replace("`", "``", StringComparison.Ordinal)}`")));

    private Bound WithColumnsRenamed(WithColumnsRenamed renamed, Scope? outer)
    {
        // Each in turn, of what the one before it named.
        var input = Bind(renamed.Input, outer);
        return Projected(input, input.Scope.Columns.Select(c =>
        {
            var name = renamed.Renames.Aggregate(c.Name, (name, rename) => string.Equals(rename.Key, name, StringComparison.OrdinalIgnoreCase) ? rename.Value : name);
            return name == c.Name ? Passed(c.Column) : Named(name, c.Column);
        }));
    }

    private Bound Drop(Drop drop, Scope? outer)
    {
        var input = Bind(drop.Input, outer);
        var binder = new ExpressionBinder(this, input.Scope, outer);
        var dropped = new HashSet<int>();
        foreach (var column in drop.Columns)
        {
            try
            {
                if (binder.Bind(column) is BoundColumn bound)
                {
                    dropped.Add(bound.Id);
                }
            }
            catch (AnalysisException missing) when (IsMissingName(missing))
            {
                // A column that is not there need not be dropped.
                continue;
            }
        }

        return Projected(input, input.Scope.Columns
            .Where(c => !dropped.Contains(c.Column.Id) && !drop.ColumnNames.Contains(c.Name, StringComparer.OrdinalIgnoreCase))
            .Select(c => Passed(c.Column)));
    }

    private Bound Projected(Bound input, IEnumerable<NamedExpression> columns)
    {
        var drawn = new List<NamedExpression>();
        var list = columns.Select(c => c.Expression.IsVolatile ? c with { Expression = c.Expression.Rewrite(part => part is BoundWindow { IsVolatile: true } window ? DrawnBefore(window, drawn) : part) } : c).Marked(input.Plan);
        var below = drawn.Count == 0 ? input.Plan : new BoundProject(input.Plan, input.Plan.Output.Map(Passed).Concat(drawn));
        return new Bound(new BoundProject(below, list), input.Scope.WithColumns(OutputScope(list, input.Scope))) { Below = input };
    }

    // What numbers rows, as rand does, is a window function to DuckDB, which does not stand inside another.
    private BoundExpression DrawnBefore(BoundWindow window, List<NamedExpression> drawn) => window.Rewrite(part =>
    {
        if (part is not BoundCall { Function.IsVolatile: true } call)
        {
            return part;
        }

        drawn.Add(Named("", call));
        return drawn[^1].Output;
    });

    private Bound Deduplicate(Deduplicate deduplicate, Scope? outer)
    {
        var input = Bind(deduplicate.Input, outer);
        var keys = deduplicate.ColumnNames.Count == 0
            ? input.Scope.Columns.Map(c => c.Column)
            : deduplicate.ColumnNames.SelectMany(name => ColumnsNamed(input, name, EmbeddedErrors.UnresolvedFieldName)).ToValueList();
        return keys.FirstOrDefault(k => k.Type is MapType) is { } map
            ? throw new AnalysisException("UNSUPPORTED_FEATURE.SET_OPERATION_ON_MAP_TYPE", $"Rows cannot be compared by the MAP column `{map.Name}`.")
            : new Bound(new BoundDistinct(input.Plan, keys), input.Scope) { Below = null };
    }

    private static IEnumerable<BoundColumn> ColumnsNamed(Bound input, string name, Func<string, IEnumerable<string>, AnalysisException>? missing = null)
    {
        var found = input.Scope.Columns.Where(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase)).Select(c => c.Column).ToList();
        return found.Count > 0 ? found : throw (missing ?? EmbeddedErrors.UnresolvedColumn)(name, input.Scope.Columns.Select(c => c.Name));
    }

    private static bool HasWindow(BoundExpression expression) => expression is BoundWindow || expression.Children.Any(HasWindow);

    private static bool HasAggregate(BoundExpression expression) => expression switch
    {
        BoundWindow window => window.Function.Children.Any(HasAggregate) || window.PartitionBy.Any(HasAggregate) || window.OrderBy.Any(HasAggregate),
        BoundCall { Function.Kind: FunctionKind.Aggregate } => true,
        _ => expression.Children.Any(HasAggregate),
    };
}
