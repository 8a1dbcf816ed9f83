using DataPlatform.Engines.SparkConnect.Conversion;
using DataPlatform.Plans;
using Google.Protobuf;
using Microsoft.Spark.Sql.Types;
using Proto = DataPlatform.Engines.SparkConnect.Protos;

namespace DataPlatform.Engines.SparkConnect.Tests;

/// <summary>Expressions against messages that are written down by hand, in protobuf's JSON form.</summary>
public sealed class ExpressionConversionTests
{
    private static readonly Expression A = new UnresolvedAttribute("a");

    private const string AttributeA = """{ "unresolvedAttribute": { "unparsedIdentifier": "a" } }""";

    [Fact]
    public void Lag_that_ignores_nulls_has_a_fourth_argument_after_its_defaults() => AssertMessage(
        new UnresolvedFunction("lag", [A, Literal.Of(2)], IgnoreNulls: true),
        $$"""
        { "unresolvedFunction": { "functionName": "lag",
            "arguments": [ {{AttributeA}}, { "literal": { "integer": 2 } }, { "literal": { "null": { "null": {} } } }, { "literal": { "boolean": true } } ] } }
        """);

    [Fact]
    public void Product_is_one_of_Sparks_internal_functions() => AssertMessage(
        new UnresolvedFunction("product", [A]),
        $$"""{ "unresolvedFunction": { "functionName": "product", "arguments": [ {{AttributeA}} ], "isInternal": true } }""");

    [Fact]
    public void A_null_variant_is_a_cast_of_null() => AssertMessage(
        new Literal(null, new VariantType()), """{ "cast": { "expr": { "literal": { "null": { "null": {} } } }, "type": { "variant": {} } } }""");

    [Fact]
    public void A_star_of_a_target_ends_in_a_star() => AssertMessage(
        new UnresolvedStar("t.s", 4), """{ "unresolvedStar": { "unparsedTarget": "t.s.*", "planId": "4" } }""");

    [Fact]
    public void A_regular_expression_stands_in_back_quotes() => AssertMessage(
        new UnresolvedRegex("(a|b)+"), """{ "unresolvedRegex": { "colName": "`(a|b)+`" } }""");

    [Fact]
    public void A_cast_that_may_fail_says_so_and_others_follow_the_session()
    {
        AssertMessage(
            new Cast(A, new IntegerType(), CastMode.Try),
            $$"""{ "cast": { "expr": {{AttributeA}}, "type": { "integer": {} }, "evalMode": "EVAL_MODE_TRY" } }""");
        AssertMessage(new Cast(A, new IntegerType(), CastMode.Constant), $$"""{ "cast": { "expr": {{AttributeA}}, "type": { "integer": {} } } }""");
    }

    [Fact]
    public void A_lambda_names_its_parameters() => AssertMessage(
        new LambdaFunction(new UnresolvedNamedLambdaVariable("x"), ["x", "i"]),
        """
        { "lambdaFunction": { "function": { "unresolvedNamedLambdaVariable": { "nameParts": ["x"] } }, "arguments": [ { "nameParts": ["x"] }, { "nameParts": ["i"] } ] } }
        """);

    [Fact]
    public void A_dropped_field_has_no_value() => AssertMessage(
        new UpdateFields(A, "x.y", null), $$"""{ "updateFields": { "structExpression": {{AttributeA}}, "fieldName": "x.y" } }""");

    [Fact]
    public void A_window_has_its_frame() => AssertMessage(
        new WindowExpression(
            new UnresolvedFunction("rank", []), [A], [new SortOrder(A, isAscending: false)],
            new WindowFrame(IsRange: true, new FrameBoundary(FrameBoundaryKind.Value, Literal.Of(-3L)), FrameBoundary.Unbounded)),
        $$"""
        { "window": {
            "windowFunction": { "unresolvedFunction": { "functionName": "rank" } }, "partitionSpec": [ {{AttributeA}} ],
            "orderSpec": [ { "child": {{AttributeA}}, "direction": "SORT_DIRECTION_DESCENDING", "nullOrdering": "SORT_NULLS_LAST" } ],
            "frameSpec": { "frameType": "FRAME_TYPE_RANGE", "lower": { "value": { "literal": { "long": "-3" } } }, "upper": { "unbounded": true } } } }
        """);

    [Fact]
    public void An_aggregates_filter_is_refused_by_name()
    {
        var call = new UnresolvedFunction("sum", [A], Filter: Literal.Of(true));
        Assert.Equal("UNSUPPORTED_FEATURE.SPARK_CONNECT_ENGINE", Assert.Throws<AnalysisException>(() => Converter().Expression(call)).Code);
    }

    private static void AssertMessage(Expression expression, string json) =>
        Assert.Equal(JsonParser.Default.Parse<Proto.Expression>(json), Converter().Expression(expression));

    private static PlanConverter Converter() => new(_ => throw new InvalidOperationException("There are no rows of the program in this plan."));
}
