using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;
using Newtonsoft.Json;
using Proto = DataPlatform.Engines.SparkConnect.Protos;

namespace DataPlatform.Engines.SparkConnect.Conversion;

/// <content>Expressions.</content>
internal sealed partial class PlanConverter
{
    /// <summary>An expression.</summary>
    /// <exception cref="AnalysisException"><c>UNSUPPORTED_FEATURE.SPARK_CONNECT_ENGINE</c>.</exception>
    public Proto.Expression Expression(Expression expression) => expression switch
    {
        // The protocol has no constants of this type, but a null becomes one.
        Literal { Value: null, Type: VariantType } literal => Converted(new Cast(Literal.Null, literal.Type)),
        Literal literal => new() { Literal = LiteralOf(literal) },
        UnresolvedAttribute attribute => Attribute(attribute),
        UnresolvedStar star => Star(star),
        UnresolvedRegex regex => Regex(regex),
        UnresolvedFunction function => Function(function),
        ExpressionString text => new() { ExpressionString = new() { Expression = text.Text } },
        Alias alias => new() { Alias = AliasOf(alias) },
        Cast cast => Converted(cast),
        SortOrder order => new() { SortOrder = OrderOf(order) },
        WindowExpression window => new() { Window = Window(window) },
        LambdaFunction lambda => Lambda(lambda),
        UnresolvedNamedLambdaVariable variable => new() { UnresolvedNamedLambdaVariable = Variable(variable.Name) },
        UnresolvedExtractValue part => new() { UnresolvedExtractValue = new() { Child = Expression(part.Child), Extraction = Expression(part.Extraction) } },
        UpdateFields update => Updated(update),
        SubqueryExpression subquery => Subquery(subquery),
        _ => throw SparkConnectErrors.UnsupportedInPlan($"the expression {expression.GetType().Name}", "Say it with functions."),
    };

    private IEnumerable<Proto.Expression> Expressions(IEnumerable<Expression> expressions) => expressions.Select(Expression);

    private static Proto.Expression.Types.Literal LiteralOf(Literal literal) => LiteralConverter.ToProto(literal.Value, literal.Type);

    private static Proto.Expression Attribute(UnresolvedAttribute attribute)
    {
        var message = new Proto.Expression.Types.UnresolvedAttribute { UnparsedIdentifier = attribute.Name };
        if (attribute.PlanId is { } plan)
        {
            message.PlanId = plan;
        }

        return new() { UnresolvedAttribute = message };
    }

    private static Proto.Expression Star(UnresolvedStar star)
    {
        var message = new Proto.Expression.Types.UnresolvedStar();
        if (star.Target is { } target)
        {
            message.UnparsedTarget = target.EndsWith(".*", StringComparison.Ordinal) ? target : $"{target}.*";
        }

        if (star.PlanId is { } plan)
        {
            message.PlanId = plan;
        }

        return new() { UnresolvedStar = message };
    }

    // The server takes a name in back quotes for an expression, any other for a column.
    private static Proto.Expression Regex(UnresolvedRegex regex)
    {
        var message = new Proto.Expression.Types.UnresolvedRegex { ColName = $"`{regex.Pattern}`" };
        if (regex.PlanId is { } plan)
        {
            message.PlanId = plan;
        }

        return new() { UnresolvedRegex = message };
    }

    private Proto.Expression.Types.Alias AliasOf(Alias alias)
    {
        var message = new Proto.Expression.Types.Alias { Expr = Expression(alias.Child), Name = { alias.Names } };
        if (alias.Metadata is { } metadata)
        {
            message.Metadata = metadata.ToString(Formatting.None);
        }

        return message;
    }

    private Proto.Expression.Types.SortOrder OrderOf(SortOrder order) => new()
    {
        Child = Expression(order.Child),
        Direction = order.IsAscending ? Proto.Expression.Types.SortOrder.Types.SortDirection.Ascending : Proto.Expression.Types.SortOrder.Types.SortDirection.Descending,
        NullOrdering = order.NullsFirst ? Proto.Expression.Types.SortOrder.Types.NullOrdering.SortNullsFirst : Proto.Expression.Types.SortOrder.Types.NullOrdering.SortNullsLast,
    };

    // A cast without a mode follows the session's; a constant's text fits its type, so any mode does.
    private Proto.Expression Converted(Cast cast)
    {
        var message = new Proto.Expression.Types.Cast { Expr = Expression(cast.Child), Type = TypeConverter.ToProto(cast.Type) };
        if (cast.Mode == CastMode.Try)
        {
            message.EvalMode = Proto.Expression.Types.Cast.Types.EvalMode.Try;
        }

        return new() { Cast = message };
    }

    private Proto.Expression Lambda(LambdaFunction lambda) => new()
    {
        LambdaFunction = new() { Function = Expression(lambda.Body), Arguments = { lambda.Parameters.Select(Variable) } },
    };

    private static Proto.Expression.Types.UnresolvedNamedLambdaVariable Variable(string name) => new() { NameParts = { name } };

    private Proto.Expression Updated(UpdateFields update)
    {
        var message = new Proto.Expression.Types.UpdateFields { StructExpression = Expression(update.Struct), FieldName = update.FieldName };
        if (update.Value is { } value)
        {
            message.ValueExpression = Expression(value);
        }

        return new() { UpdateFields = message };
    }

    /// <summary>A query inside an expression is named by its identity; the relation around the expression brings it along.</summary>
    private Proto.Expression Subquery(SubqueryExpression subquery)
    {
        // Data frames count upwards from 1, so these are free.
        var id = subquery.Plan.PlanId ?? -++_subqueryCount;
        _subqueries.Add(Relation(subquery.Plan with { PlanId = id }));
        return new()
        {
            SubqueryExpression = new()
            {
                PlanId = id,
                SubqueryType = subquery.Kind switch
                {
                    SubqueryKind.Scalar => Proto.SubqueryExpression.Types.SubqueryType.Scalar,
                    SubqueryKind.Exists => Proto.SubqueryExpression.Types.SubqueryType.Exists,
                    SubqueryKind.In => Proto.SubqueryExpression.Types.SubqueryType.In,
                    _ => throw SparkConnectErrors.UnsupportedInPlan($"the subquery {subquery.Kind}", "Join instead."),
                },
                InSubqueryValues = { Expressions(subquery.Values) },
            },
        };
    }
}
