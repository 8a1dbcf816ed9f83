using DataPlatform.Engines.SparkConnect.Conversion;
using DataPlatform.Plans;
using Google.Protobuf;
using Microsoft.Spark.Sql.Types;
using Proto = DataPlatform.Engines.SparkConnect.Protos;

namespace DataPlatform.Engines.SparkConnect.Tests;

/// <summary>Relations against messages that are written down by hand, in protobuf's JSON form.</summary>
public sealed class RelationConversionTests
{
    private static readonly NamedTable T = new("t");

    private static readonly Expression A = new UnresolvedAttribute("a");

    private const string ReadT = """{ "read": { "namedTable": { "unparsedIdentifier": "t" } } }""";

    [Fact]
    public void A_data_frames_identity_goes_along_and_its_columns_name_it() => AssertMessage(
        new Filter(T with { PlanId = 7 }, new UnresolvedAttribute("a", 7)) { PlanId = 8 },
        """
        { "common": { "planId": "8" },
          "filter": {
            "input": { "common": { "planId": "7" }, "read": { "namedTable": { "unparsedIdentifier": "t" } } },
            "condition": { "unresolvedAttribute": { "unparsedIdentifier": "a", "planId": "7" } } } }
        """);

    [Fact]
    public void A_source_carries_its_schema_as_JSON() => AssertMessage(
        new DataSource("csv", StructType.FromDdl("a INT NOT NULL"), [new("header", "true")], ["/x", "/y"]),
        """
        { "read": { "dataSource": {
            "format": "csv", "options": { "header": "true" }, "paths": ["/x", "/y"],
            "schema": "{\"type\":\"struct\",\"fields\":[{\"name\":\"a\",\"type\":\"integer\",\"nullable\":false,\"metadata\":{}}]}" } } }
        """);

    [Fact]
    public void Rows_of_the_program_are_what_the_engine_makes_of_them()
    {
        var sent = new PlanConverter(local => new() { CachedLocalRelation = new() { Hash = local.Rows.Count.ToString() } })
            .Relation(new LocalRelation(StructType.FromDdl("a INT"), [[1], [2]]) { PlanId = 3 });
        Assert.Equal(Message("""{ "common": { "planId": "3" }, "cachedLocalRelation": { "hash": "2" } }"""), sent);
    }

    [Fact]
    public void One_row_is_a_projection_of_nothing() => AssertMessage(new OneRow(), """{ "project": {} }""");

    [Fact]
    public void Duplicates_are_those_in_all_columns_where_none_is_named() => AssertMessage(
        new Deduplicate(T, []),
        $$"""{ "deduplicate": { "input": {{ReadT}}, "allColumnsAsKeys": true } }""");

    [Fact]
    public void A_repartition_by_number_keeps_the_difference_between_repartition_and_coalesce() => AssertMessage(
        new Repartition(T, 3, Shuffle: false, []),
        $$"""{ "repartition": { "input": {{ReadT}}, "numPartitions": 3, "shuffle": false } }""");

    [Fact]
    public void A_repartition_by_range_is_one_by_sort_orders() => AssertMessage(
        new Repartition(T, null, Shuffle: true, [new SortOrder(A)]),
        $$"""
        { "repartitionByExpression": { "input": {{ReadT}}, "partitionExprs": [ { "sortOrder": {
            "child": { "unresolvedAttribute": { "unparsedIdentifier": "a" } },
            "direction": "SORT_DIRECTION_ASCENDING", "nullOrdering": "SORT_NULLS_FIRST" } } ] } }
        """);

    [Fact]
    public void Numbers_that_fill_nulls_are_bigint_or_double() => AssertMessage(
        new NAFill(T, ["a", "b"], [Literal.Of(1), Literal.Of(0.5f)]),
        $$"""{ "fillNa": { "input": {{ReadT}}, "cols": ["a", "b"], "values": [ { "long": "1" }, { "double": 0.5 } ] } }""");

    [Fact]
    public void A_pivot_has_its_column_and_values() => AssertMessage(
        new Aggregate(T, GroupType.Pivot, [A], [new UnresolvedFunction("sum", [A])], new Pivot(new UnresolvedAttribute("b"), [Literal.Of("x")]), []),
        $$"""
        { "aggregate": { "input": {{ReadT}}, "groupType": "GROUP_TYPE_PIVOT",
            "groupingExpressions": [ { "unresolvedAttribute": { "unparsedIdentifier": "a" } } ],
            "aggregateExpressions": [ { "unresolvedFunction": { "functionName": "sum", "arguments": [ { "unresolvedAttribute": { "unparsedIdentifier": "a" } } ] } } ],
            "pivot": { "col": { "unresolvedAttribute": { "unparsedIdentifier": "b" } }, "values": [ { "string": "x" } ] } } }
        """);

    [Fact]
    public void A_subquery_is_named_in_the_expression_and_brought_along_by_the_relation() => AssertMessage(
        new Filter(T, new SubqueryExpression(SubqueryKind.In, new SqlQuery("SELECT 1"), [A])) { PlanId = 5 },
        $$"""
        { "common": { "planId": "5" },
          "withRelations": {
            "root": { "common": { "planId": "5" }, "filter": { "input": {{ReadT}}, "condition": { "subqueryExpression": {
                "planId": "-1", "subqueryType": "SUBQUERY_TYPE_IN",
                "inSubqueryValues": [ { "unresolvedAttribute": { "unparsedIdentifier": "a" } } ] } } } },
            "references": [ { "common": { "planId": "-1" }, "sql": { "query": "SELECT 1" } } ] } }
        """);

    [Fact]
    public void A_history_is_a_statement_over_the_quoted_path() => AssertMessage(
        new DescribeHistory(TableReference.ForPath("/a`b"), 2),
        """{ "sql": { "query": "DESCRIBE HISTORY delta.`/a``b` LIMIT 2" } }""");

    [Fact]
    public void What_only_SQL_text_says_is_refused_by_name()
    {
        var having = new Aggregate(T, GroupType.GroupBy, [A], [], null, []) { Having = Literal.Of(true) };
        var refusal = Assert.Throws<AnalysisException>(() => Converter().Relation(having));
        Assert.Equal(("UNSUPPORTED_FEATURE.SPARK_CONNECT_ENGINE", "HAVING"), (refusal.Code, refusal.Parameters["feature"]));
    }

    private static void AssertMessage(LogicalPlan plan, string json) => Assert.Equal(Message(json), Converter().Relation(plan));

    private static Proto.Relation Message(string json) => JsonParser.Default.Parse<Proto.Relation>(json);

    private static PlanConverter Converter() => new(_ => throw new InvalidOperationException("There are no rows of the program in this plan."));
}
