using DataPlatform.Engines.SparkConnect.Conversion;
using DataPlatform.Plans;
using Google.Protobuf;
using Microsoft.Spark.Sql.Types;
using Proto = DataPlatform.Engines.SparkConnect.Protos;

namespace DataPlatform.Engines.SparkConnect.Tests;

/// <summary>Commands against messages and statements that are written down by hand.</summary>
public sealed class CommandConversionTests
{
    private static readonly TableReference Table = TableReference.ForPath("/lake/t");

    private const string ReadS = """{ "read": { "namedTable": { "unparsedIdentifier": "s" } } }""";

    [Fact]
    public void A_write_has_its_mode_options_and_partitions() => AssertMessage(
        new WriteOperation(new NamedTable("s"), "delta", WriteMode.Overwrite, [new("replaceWhere", "a = 1")], ["a", "b"]) { Path = "/x" },
        $$"""
        { "command": { "writeOperation": { "input": {{ReadS}}, "source": "delta", "path": "/x", "mode": "SAVE_MODE_OVERWRITE",
            "partitioningColumns": ["a", "b"], "options": { "replaceWhere": "a = 1" } } } }
        """);

    [Fact]
    public void A_write_into_a_table_says_so_and_leaves_the_format_to_the_server() => AssertMessage(
        new WriteOperation(new NamedTable("s"), null, WriteMode.Append, [], []) { TableName = "db.t", IsInsertInto = true },
        $$"""
        { "command": { "writeOperation": { "input": {{ReadS}}, "mode": "SAVE_MODE_APPEND",
            "table": { "tableName": "db.t", "saveMethod": "TABLE_SAVE_METHOD_INSERT_INTO" } } } }
        """);

    [Fact]
    public void A_write_to_a_named_table_has_its_condition() => AssertMessage(
        new WriteOperationV2(new NamedTable("s"), "db.t", WriteModeV2.Overwrite, "delta", [new UnresolvedAttribute("p")], [], [new("k", "v")], Literal.Of(true)),
        $$"""
        { "command": { "writeOperationV2": { "input": {{ReadS}}, "tableName": "db.t", "provider": "delta", "mode": "MODE_OVERWRITE",
            "partitioningColumns": [ { "unresolvedAttribute": { "unparsedIdentifier": "p" } } ], "tableProperties": { "k": "v" },
            "overwriteCondition": { "literal": { "boolean": true } } } } }
        """);

    [Fact]
    public void A_dropped_view_is_a_temporary_one_only() => AssertMessage(
        new DropTempView("v", IsGlobal: false), """{ "root": { "catalog": { "dropTempView": { "viewName": "v" } } } }""");

    [Fact]
    public void A_setting_is_a_statement_with_quoted_parts() =>
        Assert.Equal("SET `spark.x`=`a;`` b`", Statement(new SetConfiguration("spark.x", "a;` b")));

    [Fact]
    public void SQL_text_goes_as_it_is() => Assert.Equal("SELECT  1 -- x", Statement(new SqlCommand("SELECT  1 -- x")));

    [Fact]
    public void A_delete_without_a_condition_has_none() => Assert.Equal("DELETE FROM delta.`/lake/t`", Statement(new DeleteFromTable(Table, null, null)));

    [Fact]
    public void An_update_has_its_assignments() => Assert.Equal(
        "UPDATE db.t AS `x` SET `s`.`a` = (`a` + 1), `b` = 'it\\'s' WHERE (x.a > 2 OR true)",
        Statement(new UpdateTable(
            TableReference.ForName("db.t"), "x", new ExpressionString("x.a > 2 OR true"),
            [
                new Assignment("s.a", new UnresolvedFunction("+", [new UnresolvedAttribute("a"), Literal.Of(1)])),
                new Assignment("b", Literal.Of("it's")),
            ])));

    [Fact]
    public void A_merge_is_a_statement_over_a_view_of_the_moment()
    {
        var source = new SubqueryAlias(new NamedTable("s") { PlanId = 4 }, "new") { PlanId = 5 };
        var command = Converter().Command(new MergeIntoTable(
            Table, "old", source, new UnresolvedFunction("==", [new UnresolvedAttribute("old.k"), new UnresolvedAttribute("k", 5)]),
            [new MergeAction(MergeActionKind.Delete, new UnresolvedAttribute("gone", 4), []), new MergeAction(MergeActionKind.UpdateStar, null, [])],
            [new MergeAction(MergeActionKind.Insert, null, [new Assignment("k", new UnresolvedAttribute("new.k")), new Assignment("n", Literal.Null)])],
            [new MergeAction(MergeActionKind.Update, null, [new Assignment("n", Literal.Of(0L))])],
            WithSchemaEvolution: true));
        var sent = command.SqlCommand.Input.WithRelations;
        var view = Assert.Single(sent.References).SubqueryAlias;
        Assert.Equal(4, view.Input.Common.PlanId);
        Assert.Equal(
            $"MERGE WITH SCHEMA EVOLUTION INTO delta.`/lake/t` AS `old` USING `{view.Alias}` AS `new` ON (`old`.`k` = `new`.`k`)" +
            " WHEN MATCHED AND `new`.`gone` THEN DELETE WHEN MATCHED THEN UPDATE SET *" +
            " WHEN NOT MATCHED THEN INSERT (`k`, `n`) VALUES (`new`.`k`, NULL)" +
            " WHEN NOT MATCHED BY SOURCE THEN UPDATE SET `n` = 0L",
            sent.Root.Sql.Query);
    }

    [Fact]
    public void A_column_of_a_data_frame_that_is_no_part_of_the_statement_is_refused()
    {
        var delete = new DeleteFromTable(Table, "t", new UnresolvedAttribute("a", 3));
        Assert.Equal("CANNOT_RESOLVE_DATAFRAME_COLUMN", Assert.Throws<AnalysisException>(() => Converter().Command(delete)).Code);
    }

    [Fact]
    public void Aliases_inside_a_merges_source_are_structs_of_the_view()
    {
        var source = new Join(new SubqueryAlias(new NamedTable("s"), "a"), new SubqueryAlias(new NamedTable("s"), "b"), JoinType.Cross, null, []);
        var merge = new MergeIntoTable(
            Table, "t", source, new ExpressionString("t.k = b.id"), [new MergeAction(MergeActionKind.Delete, null, [])], [], [], WithSchemaEvolution: false);
        var view = Assert.Single(Converter().Command(merge).SqlCommand.Input.WithRelations.References).SubqueryAlias.Input.Project;
        Assert.Equal(
            JsonParser.Default.Parse<Proto.Project>(
                """
                { "expressions": [ { "unresolvedStar": {} }, { "alias": { "name": ["b"], "expr": { "unresolvedFunction": {
                    "functionName": "struct", "arguments": [ { "unresolvedStar": { "unparsedTarget": "`b`.*" } } ] } } } } ] }
                """).Expressions,
            view.Expressions);

        var star = merge with { Matched = [new MergeAction(MergeActionKind.UpdateStar, null, [])] };
        Assert.Equal("UNSUPPORTED_FEATURE.SPARK_CONNECT_ENGINE", Assert.Throws<AnalysisException>(() => Converter().Command(star)).Code);
    }

    [Fact]
    public void A_merge_without_clauses_is_refused_as_Delta_does()
    {
        var merge = new MergeIntoTable(Table, null, new NamedTable("s"), Literal.Of(true), [], [], [], WithSchemaEvolution: false);
        Assert.Equal("DELTA_MERGE_MISSING_WHEN", Assert.Throws<AnalysisException>(() => Converter().Command(merge)).Code);
    }

    public static TheoryData<object?, string, string> Constants => new()
    {
        { null, "date", "CAST(NULL AS DATE)" },
        { (sbyte)-1, "tinyint", "-1Y" },
        { double.NegativeInfinity, "double", "CAST('-Infinity' AS DOUBLE)" },
        { 1e-5, "double", "1.0E-5D" },
        { 1.5m, "decimal(5,2)", "CAST('1.5' AS DECIMAL(5,2))" },
        { @"a\b", "string", @"'a\\b'" },
        { new byte[] { 1, 171 }, "binary", "X'01AB'" },
        { new Date(2024, 2, 29), "date", "DATE'2024-02-29'" },
        { new Timestamp(2024, 2, 29, 1, 2, 3, 4), "timestamp", "TIMESTAMP'2024-02-29 01:02:03.000004Z'" },
        { TimeSpan.FromSeconds(-90.5), "interval day to second", "CAST(INTERVAL '-90.500000' SECOND AS INTERVAL DAY TO SECOND)" },
        { new TimeOnly(1, 2, 3), "time(0)", "CAST('01:02:03.000000' AS TIME(0))" },
        { new CalendarInterval(14, -1, 500_000), "interval", "CAST('1 years 2 months -1 days 0.5 seconds' AS INTERVAL)" },
        { new object?[] { 1, null }, "array<int>", "CAST(array(1, CAST(NULL AS INT)) AS ARRAY<INT>)" },
    };

    [Theory]
    [MemberData(nameof(Constants))]
    public void A_constant_in_a_statement_has_exactly_its_type(object? value, string type, string sql) =>
        Assert.Equal($"DELETE FROM delta.`/lake/t` WHERE {sql}", Statement(new DeleteFromTable(Table, null, new Literal(value, DataType.FromDdl(type)))));

    [Fact]
    public void Operators_stand_in_parentheses()
    {
        Expression a = new UnresolvedAttribute("a");
        var condition = new UnresolvedFunction("and",
        [
            new UnresolvedFunction("not", [new UnresolvedFunction("in", [a, Literal.Of(1), Literal.Of(2)])]),
            new UnresolvedFunction("when", [new UnresolvedFunction("isnull", [a]), Literal.Of(true), new Cast(a, new BooleanType(), CastMode.Try)]),
        ]);
        Assert.Equal(
            "DELETE FROM delta.`/lake/t` WHERE ((NOT (`a` IN (1, 2))) AND CASE WHEN isnull(`a`) THEN true ELSE TRY_CAST(`a` AS BOOLEAN) END)",
            Statement(new DeleteFromTable(Table, null, condition)));
    }

    [Theory]
    [InlineData("order id.1st", "`order id`.`1st`")]
    [InlineData("`a.b`.c`", "`a.b`.c`")]
    [InlineData("`a.``b`.c", "`a.``b`.`c`")]
    [InlineData("a..b", "a..b")]
    public void A_name_is_quoted_part_by_part_and_a_malformed_one_left_for_Spark_to_refuse(string name, string sql) =>
        Assert.Equal($"DELETE FROM delta.`/lake/t` WHERE {sql}", Statement(new DeleteFromTable(Table, null, new UnresolvedAttribute(name))));

    [Fact]
    public void What_a_statement_cannot_say_is_refused_by_name()
    {
        var delete = new DeleteFromTable(Table, null, new UpdateFields(new UnresolvedAttribute("a"), "x", null));
        Assert.Contains(nameof(UpdateFields), Assert.Throws<AnalysisException>(() => Converter().Command(delete)).Message, StringComparison.Ordinal);
    }

    private static void AssertMessage(Command command, string json) => Assert.Equal(JsonParser.Default.Parse<Proto.Plan>(json), Converter().Plan(command));

    private static string Statement(Command command) => Converter().Command(command).SqlCommand.Input.Sql.Query;

    private static PlanConverter Converter() => new(_ => throw new InvalidOperationException("There are no rows of the program in this plan."));
}
