using DataPlatform.Engines.Embedded.Functions;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <content>Generators, which make rows of a row.</content>
internal sealed partial class Analyzer
{
    private static bool HasGenerator(Expression expression) => IsGenerator(expression) || HasNestedGenerator(expression);

    private static bool HasNestedGenerator(Expression expression) => expression is Alias alias
        ? HasNestedGenerator(alias.Child)
        : expression is not SubqueryExpression && expression.Children.Any(HasGenerator);

    private static bool IsGenerator(Expression expression) => Calls(expression is Alias alias ? alias.Child : expression, FunctionKind.Generator);

    // The one generator of a projection; null where there is none.
    private static Expression? GeneratorOf(ValueList<Expression> expressions)
    {
        if (expressions.Any(HasNestedGenerator))
        {
            throw EmbeddedErrors.NestedGenerator();
        }

        return expressions.Count(IsGenerator) > 1
            ? throw new AnalysisException("UNSUPPORTED_GENERATOR.MULTI_GENERATOR", "Only one generator such as explode may stand in a projection.")
            : expressions.FirstOrDefault(IsGenerator);
    }

    private Bound Generate(Generate generate, Scope? outer)
    {
        var input = Bind(generate.Input, outer);
        if (HasNestedGenerator(generate.Generator))
        {
            throw EmbeddedErrors.NestedGenerator();
        }

        var bound = Generated(generate.Generator, generate.ColumnNames, generate.IsOuter, input, outer);
        ValueList<string> qualifiers = generate.TableAlias.Length > 0 ? [generate.TableAlias] : [];
        var scope = input.Scope.Columns.Concat(bound.Generated.Select(c => new ScopeColumn(c, qualifiers)));
        return new Bound(bound, input.Scope.WithColumns(scope));
    }

    private BoundGenerate Generated(Expression generator, ValueList<string> names, bool isOuter, Bound input, Scope? outer)
    {
        var call = (BoundCall)new ExpressionBinder(this, input.Scope, outer) { TakesGenerators = true }.Bind(generator);
        if (HasAggregate(call) || HasWindow(call))
        {
            throw EmbeddedErrors.UnsupportedExpression("A generator", "generate rows of that");
        }

        var fields = ((StructType)call.Type).Fields;
        if (names.Count > 0 && names.Count != fields.Count)
        {
            throw new AnalysisException("UDTF_ALIAS_NUMBER_MISMATCH", $"{call.Function.Name} makes {fields.Count} columns; {names.Count} names are given.");
        }

        var outerForm = isOuter || call.Function.Name.EndsWith("_outer", StringComparison.Ordinal);
        var columns = fields
            .Select((f, i) => new BoundColumn(NextId(), names.Count > 0 ? names[i] : f.Name, f.DataType, f.IsNullable || outerForm))
            .ToValueList();
        return new BoundGenerate(input.Plan, call, outerForm, columns);
    }

    private BoundGenerate Generated(Expression generator, Bound input, Scope? outer) => generator is Alias alias
        ? Generated(alias.Child, alias.Names, isOuter: false, input, outer)
        : Generated(generator, [], isOuter: false, input, outer);

    private static Bound Generated(BoundGenerate generated, Bound input) =>
        new(generated, input.Scope.WithColumns(input.Scope.Columns.Concat(generated.Generated.Select(c => new ScopeColumn(c, [])))));

    private Bound GenerateInProject(ValueList<Expression> expressions, Expression generator, Bound input, Scope? outer)
    {
        var generated = Generated(generator, input, outer);
        var binder = new ExpressionBinder(this, input.Scope, outer);
        var list = new List<NamedExpression>();
        foreach (var expression in expressions)
        {
            list.AddRange(expression == generator ? generated.Generated.Select(Passed) : ColumnsOf(expression, binder, input.Scope, list));
        }

        return Projected(Generated(generated, input), list);
    }

    // What the generator takes becomes columns of the aggregation, of whose rows it makes rows.
    private Bound GenerateInAggregate(Aggregate aggregate, Expression generator, Scope? outer)
    {
        if (aggregate.Type != GroupType.GroupBy)
        {
            throw EmbeddedErrors.UnsupportedFeature($"a generator over {aggregate.Type} groups", "Aggregate first, and generate rows of that.");
        }

        if (aggregate.Grouping.Any(key => key is Literal { Value: int }))
        {
            throw EmbeddedErrors.UnsupportedFeature("a position in GROUP BY beside a generator", "Name the column.");
        }

        static string NameOf(int i) => $"__taken{i}";
        var call = (UnresolvedFunction)(generator is Alias alias ? alias.Child : generator);
        var taken = call.Arguments.Where(argument => argument is not Literal).ToList();
        var others = aggregate.Aggregates.Where(e => e != generator).ToValueList();
        var input = Aggregate(aggregate with { Aggregates = others.Concat(taken.Select((argument, i) => (Expression)new Alias(argument, NameOf(i)))) }, outer);
        var over = call with { Arguments = call.Arguments.Map(argument => taken.IndexOf(argument) is >= 0 and var i ? new UnresolvedAttribute(NameOf(i)) : argument) };
        var generated = Generated(generator is Alias named ? named with { Child = over } : over, input, outer);

        var columns = input.Scope.Columns.SkipLast(taken.Count).Select(c => Passed(c.Column)).ToList();
        columns.InsertRange(columns.Count - others.Count + aggregate.Aggregates.ToList().IndexOf(generator), generated.Generated.Select(Passed));
        return Projected(Generated(generated, input), columns);
    }
}
