using System.Globalization;
using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Functions;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sql;

/// <content>Expressions.</content>
internal sealed partial class SqlGenerator
{
    private Dictionary<int, string> _lambdaParameters = [];

    /// <summary>The SQL of an expression without aggregates of other relations; it may stand anywhere.</summary>
    public static string Of(BoundExpression expression, string timeZone) => new SqlGenerator(new BoundOneRow(), timeZone).Expression(expression);

    private string Expression(BoundExpression expression) => expression switch
    {
        BoundLiteral literal => LiteralSql.Write(literal.Value, literal.Type),
        BoundColumn column => NameOf(column),
        BoundLambdaVariable variable => _lambdaParameters[variable.Id],
        // A field of a null that stands in the query has no type in DuckDB.
        BoundField { Child: BoundCast { Child: BoundLiteral { Value: null } } } field => $"CAST(NULL AS {DuckTypes.Of(field.Type)})",
        BoundField field => $"struct_extract({Expression(field.Child)}, {SqlText.Quote(field.FieldName)})",
        BoundCast cast => CastSql.Write(Expression(cast.Child), cast.Child.Type, cast.Type, cast.IsTry, _timeZone),
        BoundCall call => Call(call, over: ""),
        BoundWindow window => Call(window.Function, Over(window)),
        BoundLambda lambda => $"(lambda {string.Join(", ", lambda.Parameters.Select(VariableName))}: {LambdaBody(lambda, [.. lambda.Parameters.Select(VariableName)])})",
        BoundSortOrder order => Orders([order]),
        BoundSubquery subquery => Subquery(subquery),
        _ => throw new InvalidOperationException($"No SQL for {expression.GetType().Name}."),
    };

    private static string VariableName(BoundLambdaVariable variable) => "v" + variable.Id.ToString(CultureInfo.InvariantCulture);

    private string Call(BoundCall call, string over)
    {
        var arguments = call.Arguments.Map(Expression);
        return call.Function.Sql(new CallSql(call, arguments, _timeZone)
        {
            DistinctSql = call.IsDistinct ? "DISTINCT " : "",
            FilterSql = call.Filter is null ? "" : $" FILTER (WHERE {Expression(call.Filter)})",
            OverSql = over,
            LambdaBody = LambdaBody,
        });
    }

    private string LambdaBody(BoundLambda lambda, IReadOnlyList<string> parameters)
    {
        // Lambdas beside each other have parameters of the same ids.
        var around = new Dictionary<int, string>(_lambdaParameters);
        for (var i = 0; i < lambda.Parameters.Count; i++)
        {
            _lambdaParameters[lambda.Parameters[i].Id] = parameters[i];
        }

        var body = Expression(lambda.Body);
        _lambdaParameters = around;
        return body;
    }

    private string Over(BoundWindow window)
    {
        var parts = new List<string>();
        if (window.PartitionBy.Count > 0)
        {
            parts.Add($"PARTITION BY {string.Join(", ", window.PartitionBy.Select(part => ZeroSql.Of(Expression(part), part.Type)))}");
        }

        if (window.OrderBy.Count > 0)
        {
            parts.Add($"ORDER BY {Orders(window.OrderBy)}");
        }

        if (window.Frame is { } frame)
        {
            parts.Add($"{(frame.IsRange ? "RANGE" : "ROWS")} BETWEEN {Boundary(frame, frame.Lower, "UNBOUNDED PRECEDING")} AND {Boundary(frame, frame.Upper, "UNBOUNDED FOLLOWING")}");
        }

        return $" OVER ({string.Join(" ", parts)})";
    }

    private string Boundary(BoundFrame frame, BoundExpression? bound, string unbounded)
    {
        switch (bound)
        {
            case null:
                return unbounded;
            case BoundLiteral { Value: 0 or 0L }:
                return "CURRENT ROW";
            case BoundLiteral { Value: int or long or short or sbyte } whole when !frame.IsRange || whole.Type is not DayTimeIntervalType:
                var distance = Convert.ToInt64(whole.Value, CultureInfo.InvariantCulture);
                return distance < 0 ? $"{-distance} PRECEDING" : $"{distance} FOLLOWING";
            case BoundLiteral { Value: TimeSpan span }:
                var microseconds = span.Ticks / TimeSpan.TicksPerMicrosecond;
                return $"to_microseconds({Math.Abs(microseconds)}) {(microseconds < 0 ? "PRECEDING" : "FOLLOWING")}";
            case BoundLiteral { Value: double value }:
                return string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(value):R} {(value < 0 ? "PRECEDING" : "FOLLOWING")}");
            case BoundLiteral { Value: decimal value }:
                return string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(value)} {(value < 0 ? "PRECEDING" : "FOLLOWING")}");
            default:
                throw EmbeddedErrors.UnsupportedFeature("a window frame whose bound is no constant number or interval", "Give a constant.");
        }
    }

    private string Subquery(BoundSubquery subquery) => subquery.Kind switch
    {
        SubqueryKind.Exists => $"EXISTS ({Select(subquery.Plan)})",
        SubqueryKind.In when !subquery.IsCorrelated && subquery.Values is [var value] && Constants.HoldsNulls(value) => ConstantIn(subquery, Constants.Inlined(value)),
        SubqueryKind.In => KnownIn(subquery),
        _ => $"({Select(subquery.Plan)})",
    };

    private string KnownIn(BoundSubquery subquery) => $"coalesce({In(subquery)}, false)";

    private string ConstantIn(BoundSubquery subquery, BoundExpression value) => value switch
    {
        BoundLiteral => In(subquery),
        _ when Constants.IsConstant(value) => $"CASE WHEN {Expression(value)} IS NULL THEN {In(subquery)} ELSE {KnownIn(subquery)} END",
        _ => throw EmbeddedErrors.UnsupportedFeature(
            "IN with a query of a value that is made of a constant null, or is one in one part of a union", "Ask it in a filter, or of a value without constant nulls (Spark answers null or false, by how far it computes before it reads rows)."),
    };

    // A row of which a condition is unknown is left out as one of which it is false, and DuckDB makes a plain join of what stands alone.
    private string Condition(BoundExpression condition) => condition is BoundSubquery { Kind: SubqueryKind.In } subquery ? In(subquery) : Expression(condition);

    private string In(BoundSubquery subquery) => subquery switch
    {
        { Values: [var value] } => $"({Expression(value)}{(subquery.IsNegated ? " NOT" : "")} IN ({Select(subquery.Plan)}))",

        // DuckDB does not know that rows differ which differ in one value and in another perhaps, and compares none with those of a query for each row.
        { IsNegated: true, IsNullable: true } => $"(NOT EXISTS (SELECT 1 FROM {From(subquery.Plan)} WHERE coalesce({EqualRows(subquery)}, true)))",
        { IsCorrelated: true } => $"({(subquery.IsNegated ? "NOT " : "")}EXISTS (SELECT 1 FROM {From(subquery.Plan)} WHERE {EqualRows(subquery)}))",
        _ => $"(({string.Join(", ", subquery.Values.Select(Expression))}){(subquery.IsNegated ? " NOT" : "")} IN ({Select(subquery.Plan)}))",
    };

    private string EqualRows(BoundSubquery subquery) => string.Join(" AND ", subquery.Values.Zip(subquery.Plan.Output, (value, column) => $"{Expression(value)} = {NameOf(column)}"));
}
