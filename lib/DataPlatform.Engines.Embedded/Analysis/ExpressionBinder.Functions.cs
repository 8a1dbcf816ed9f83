using DataPlatform.Engines.Embedded.Functions;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <content>Calls of functions.</content>
internal sealed partial class ExpressionBinder
{
    private BoundExpression Function(UnresolvedFunction function)
    {
        var name = function.Name.ToLowerInvariant();
        return name switch
        {
            "when" => CaseWhen(function.Arguments),
            "struct" => Struct(function.Arguments),
            "named_struct" => NamedStruct(Call(name, function)),
            "row constructor" => Struct(RowFields(function.Arguments)),
            "input_file_name" => InputFileName(),
            "grouping_id" when function.Arguments.Count == 0 => Call(name, function with { Arguments = Grouping }),
            "count" when function.Arguments is [UnresolvedStar { Target: null, Except.Count: 0 }] && !function.IsDistinct =>
                Call(name, function with { Arguments = [new Literal(1, new IntegerType())] }),
            "count" when function.Arguments.Count == 0 => throw new AnalysisException("WRONG_NUM_ARGS.WITH_SUGGESTION", "count takes an argument; count(*) counts all rows."),
            "count" when function.Arguments is [UnresolvedStar { Target: { } target }] => throw new AnalysisException(
                "INVALID_USAGE_OF_STAR_WITH_TABLE_IDENTIFIER_IN_COUNT", $"count({target}.*) is not allowed: name the columns, or count(*) for all rows."),
            "not" or "!" or "=" or "==" or "!=" or "<>" => InQuery.Simplified(Call(name, function)),
            _ => Call(name, function),
        };
    }

    // The file that a row was read from; empty text where it was read from none, as in Spark.
    private BoundExpression InputFileName() => scope.Hidden.FirstOrDefault(c => c.Name == "_metadata") is { } metadata
        ? Field(metadata.Column, "file_path")
        : new BoundLiteral("", new StringType());

    private BoundCall Call(string name, UnresolvedFunction function)
    {
        var rows = FunctionResolver.Rows(name);
        if (rows[0].Kind == FunctionKind.Generator && !TakesGenerators)
        {
            throw EmbeddedErrors.GeneratorOutsideSelect(name);
        }

        var arguments = rows[0].Kind == FunctionKind.Aggregate && name is not ("grouping" or "grouping_id")
            ? InAggregate(() => Arguments(name, rows, function.Arguments))
            : Arguments(name, rows, function.Arguments);
        var call = FunctionResolver.Resolve(name, rows, arguments);
        if (arguments.Exists(argument => argument is BoundLambda) && arguments.Exists(argument => argument.Any(part => part is BoundSubquery)))
        {
            throw new AnalysisException("UNSUPPORTED_SUBQUERY_EXPRESSION_CATEGORY.HIGHER_ORDER_FUNCTION", $"{name} takes a lambda, and no query beside it or in it: make a column of the query first.");
        }

        if (call.Function.SeedAt is { } seed && (call.Arguments.Count == seed || (call.Arguments[seed] is BoundLiteral { Type: NullType })))
        {
            call = call with { Arguments = [.. call.Arguments.Take(seed), new BoundLiteral(analyzer.SeedOf(function), new LongType())] };
        }

        if (function.IsDistinct && call.Function.Kind != FunctionKind.Aggregate)
        {
            throw new AnalysisException("INVALID_SQL_SYNTAX.FUNCTION_WITH_UNSUPPORTED_SYNTAX", $"{name} is no aggregate and cannot take DISTINCT.");
        }

        return call with
        {
            IsDistinct = function.IsDistinct,
            Filter = function.Filter is null ? null : InAggregate(() => AggregateFilter(function.Filter)),
            IgnoreNulls = function.IgnoreNulls,
        };
    }

    private T InAggregate<T>(Func<T> bind)
    {
        _aggregates++;
        try
        {
            return bind();
        }
        finally
        {
            _aggregates--;
        }
    }

    private BoundExpression AggregateFilter(Expression filter)
    {
        var condition = Bind(filter);
        return condition switch
        {
            { Type: not BooleanType } => throw new AnalysisException("INVALID_AGGREGATE_FILTER.NOT_BOOLEAN", $"The filter of an aggregate must be BOOLEAN: {Names.Text(filter)}."),
            { IsVolatile: true } => throw EmbeddedErrors.RandomInAggregateFilter(Names.Text(filter)),
            _ when condition.Any(part => part is BoundWindow) => throw new AnalysisException(
                "INVALID_AGGREGATE_FILTER.CONTAINS_WINDOW_FUNCTION", $"The filter of an aggregate cannot hold a window function, which looks at other rows: {Names.Text(filter)}."),
            _ when condition.Any(part => part is BoundCall { Function.Kind: FunctionKind.Aggregate }) => throw new AnalysisException(
                "INVALID_AGGREGATE_FILTER.CONTAINS_AGGREGATE", $"The filter of an aggregate speaks of one row, and cannot hold an aggregate: {Names.Text(filter)}."),
            _ => condition,
        };
    }

    private List<BoundExpression> Arguments(string name, IReadOnlyList<Function> rows, ValueList<Expression> arguments)
    {
        var bound = new List<BoundExpression>(arguments.Count);
        foreach (var argument in arguments)
        {
            switch (argument)
            {
                case LambdaFunction lambda:
                    bound.Add(Lambda(name, rows, arguments.Count, bound, lambda));
                    break;
                case UnresolvedStar star:
                    bound.AddRange(Star(star).Select(c => c.Column));
                    break;
                default:
                    bound.Add(Bind(argument));
                    break;
            }
        }

        return bound;
    }

    private BoundLambda Lambda(string name, IReadOnlyList<Function> rows, int count, List<BoundExpression> before, LambdaFunction lambda)
    {
        var takers = rows.Where(r => r.LambdaParameters is not null && FunctionResolver.Takes(r, count)).ToList();
        var row = takers.FirstOrDefault(r => AcceptsAll(r, before)) ?? throw NoLambda(name, takers, before);
        var types = row.LambdaParameters!(before, lambda.Parameters.Count);
        if (types.Count != lambda.Parameters.Count)
        {
            throw new AnalysisException(
                "INVALID_LAMBDA_FUNCTION_CALL.NUM_ARGS_MISMATCH",
                $"The lambda of {name} has {lambda.Parameters.Count} parameters; it must have {types.Count}.");
        }

        // Counted from the outermost lambda, so that the same lambda, settled twice, is the same.
        var around = _lambdas.Sum(outer => outer.Count);
        var parameters = lambda.Parameters.Select((parameter, i) => new BoundLambdaVariable(around + i + 1, parameter, types[i].Type, types[i].IsNullable)).ToValueList();
        _lambdas.Push(parameters.ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase));
        try
        {
            return new BoundLambda(parameters, Bind(lambda.Body));
        }
        finally
        {
            _lambdas.Pop();
        }
    }

    // What stands before the lambda is wrong where some row takes one at all.
    private static AnalysisException NoLambda(string name, List<Function> takers, List<BoundExpression> before)
    {
        if (takers.Count == 0)
        {
            return new AnalysisException(
                "INVALID_LAMBDA_FUNCTION_CALL.NON_HIGHER_ORDER_FUNCTION", $"{name} takes no lambda here.", EmbeddedErrors.Of(("class", name)));
        }

        var wrong = before.FindIndex(argument => FunctionResolver.ParameterAt(takers[0], before.IndexOf(argument)).Accept(argument.Type) is null);
        return EmbeddedErrors.UnexpectedInputType(name, wrong, FunctionResolver.ParameterAt(takers[0], wrong).Description, before[wrong].Type);
    }

    private static bool AcceptsAll(Function row, List<BoundExpression> arguments) =>
        !arguments.Where((argument, i) => FunctionResolver.ParameterAt(row, i).Accept(argument.Type) is null).Any();

    private BoundCall CaseWhen(ValueList<Expression> arguments)
    {
        var bound = arguments.Map(Bind);
        var values = bound.Where((_, i) => IsCaseValue(i, bound.Count)).ToList();
        var common = TypeCoercion.CommonType(values.Select(v => v.Type)) ?? throw EmbeddedErrors.DataDifferentTypes("CASE", values.Select(v => v.Type));
        var cast = bound.Select((argument, i) => IsCaseValue(i, bound.Count) ? Casts.To(argument, common) : CaseCondition(argument)).ToValueList();
        var nullable = CaseNullable(cast, arguments);
        return new BoundCall(StructuralFunctions.CaseWhen, cast, common, nullable);
    }

    // What stands behind the literal TRUE is never reached; a cast of it Spark does not look into.
    private static bool CaseNullable(ValueList<BoundExpression> arguments, ValueList<Expression> written)
    {
        for (var i = 0; i + 1 < arguments.Count; i += 2)
        {
            if (arguments[i + 1].IsNullable)
            {
                return true;
            }

            if (written[i] is Literal { Value: true })
            {
                return false;
            }
        }

        return arguments.Count % 2 == 0 || arguments[^1].IsNullable;
    }

    private static bool IsCaseValue(int index, int count) => index % 2 == 1 || index == count - 1;

    private static BoundExpression CaseCondition(BoundExpression condition) => condition.Type is BooleanType
        ? condition
        : throw EmbeddedErrors.UnexpectedInputType("CASE", 0, "BOOLEAN", condition.Type);

    // The names before the values become aliases; a star stands for columns with their names.
    private static ValueList<Expression> RowFields(ValueList<Expression> arguments)
    {
        var fields = new List<Expression>();
        for (var i = 0; i < arguments.Count; i++)
        {
            fields.Add(arguments[i] is Literal name ? new Alias(arguments[++i], (string)name.Value!) : arguments[i]);
        }

        return fields.ToValueList();
    }

    // The names are those of the columns and aliases among the values, else col1, col2, … by position.
    private BoundCall Struct(ValueList<Expression> arguments)
    {
        var fields = new List<(string Name, BoundExpression Value)>();
        foreach (var argument in arguments)
        {
            if (argument is UnresolvedStar star)
            {
                fields.AddRange(Star(star).Select(c => (c.Name, (BoundExpression)c.Column)));
                continue;
            }

            var value = Bind(argument);
            var name = argument switch
            {
                Alias alias => alias.Names[0],
                UnresolvedAttribute attribute => value is BoundColumn column ? column.Name : Identifiers.Split(attribute.Name)[^1],
                UnresolvedNamedLambdaVariable variable => variable.Name,
                UnresolvedExtractValue { Extraction: Literal { Value: string field } } => field,
                _ => $"col{fields.Count + 1}",
            };
            fields.Add((name, value));
        }

        return StructOf(fields);
    }

    // Names and values in turn, of which the type has the names.
    private static BoundCall NamedStruct(BoundCall call) => StructOf(((StructType)call.Type).Fields.Select((field, i) => (field.Name, call.Arguments[(2 * i) + 1])).ToList());

    /// <summary>The columns that a star means.</summary>
    public IEnumerable<ScopeColumn> Star(UnresolvedStar star)
    {
        var columns = Starred(star).ToList();
        var left = new List<BoundColumn>();
        foreach (var name in star.Except)
        {
            var parts = Identifiers.Split(name);
            var found = new Scope(columns).Find(parts).ToList();
            var (column, taken) = found.Count switch
            {
                0 => throw EmbeddedErrors.UnresolvedColumn(name, columns.Select(c => c.Name)),
                1 => found[0],
                _ => throw EmbeddedErrors.AmbiguousReference(name, Spellings(found)),
            };
            if (taken < parts.Count)
            {
                throw EmbeddedErrors.UnsupportedFeature($"EXCEPT of a part of a column ({name})", "Leave the column out, and select the other parts of it.");
            }

            if (left.Contains(column.Column))
            {
                throw new AnalysisException("EXCEPT_OVERLAPPING_COLUMNS", $"EXCEPT names the column `{column.Name}` twice.", EmbeddedErrors.Of(("columns", string.Join(", ", star.Except))));
            }

            left.Add(column.Column);
        }

        return columns.Where(c => !left.Contains(c.Column));
    }

    private IEnumerable<ScopeColumn> Starred(UnresolvedStar star)
    {
        if (star.PlanId is { } frame && scope.Frames.TryGetValue(frame, out var outputs))
        {
            return outputs[0].Select(column => scope.Columns.First(c => c.Column.Id == column.Id));
        }

        if (star.Target is null)
        {
            return scope.Columns;
        }

        var parts = Identifiers.Split(star.Target.EndsWith(".*", StringComparison.Ordinal) ? star.Target[..^2] : star.Target);
        var qualified = scope.QualifiedBy(parts).ToList();
        if (qualified.Count > 0)
        {
            return qualified;
        }

        throw new AnalysisException(
            "CANNOT_RESOLVE_STAR_EXPAND", $"`{star.Target}.*` names no relation or struct here.", EmbeddedErrors.Of(("targetString", star.Target)));
    }
}
