using static DataPlatform.Plans.Tests.Nodes;

namespace DataPlatform.Plans.Tests;

/// <summary>Statements that are commands, and those that are refused.</summary>
public sealed class ParseStatementTests
{
    private static readonly TableReference Table = TableReference.ForName("t");
    private static readonly Project Source = new(new NamedTable("s"), [A]);

    private static readonly (string Text, Command Expected)[] Commands =
    [
        ("INSERT INTO t SELECT a FROM s", Insert(Source, WriteMode.Append)),
        ("INSERT INTO TABLE t (SELECT a FROM s)", Insert(Source, WriteMode.Append)),
        ("INSERT OVERWRITE t SELECT a FROM s;", Insert(Source, WriteMode.Overwrite)),
        ("INSERT INTO t VALUES (1, 2)", Insert(new InlineTable([[Int(1), Int(2)]]), WriteMode.Append)),
        ("INSERT INTO t TABLE s", Insert(new NamedTable("s"), WriteMode.Append)),
        ("WITH x AS (SELECT a FROM s) INSERT INTO t TABLE x", Insert(new SubqueryAlias(Source, "x"), WriteMode.Append)),
        ("INSERT INTO delta.`/x` TABLE s", Insert(new NamedTable("s"), WriteMode.Append) with { TableName = "delta.`/x`" }),
        ("DELETE FROM t", new DeleteFromTable(Table, null, null)),
        ("DELETE FROM delta.`/x` AS x WHERE x.a", new DeleteFromTable(TableReference.ForName("delta.`/x`"), "x", Column("x.a"))),
        ("UPDATE t SET a = 1, b.c = d + 1 WHERE a", new UpdateTable(Table, null, A, [new("a", Int(1)), new("b.c", Call("+", D, Int(1)))])),
        ("UPDATE t x SET a = 1", new UpdateTable(Table, "x", null, [new("a", Int(1))])),
        ("CREATE TEMP VIEW v AS SELECT a FROM s", new CreateTempView(Source, [], "v", IsGlobal: false, Replace: false)),
        ("CREATE OR REPLACE TEMPORARY VIEW v AS SELECT a FROM s", new CreateTempView(Source, [], "v", IsGlobal: false, Replace: true)),
        ("CREATE OR REPLACE GLOBAL TEMP VIEW v (x) AS SELECT a FROM s", new CreateTempView(Source, ["x"], "v", IsGlobal: true, Replace: true)),
        ("DROP VIEW v", new DropTempView("v", IsGlobal: false) { MustExist = true }),
        ("DROP VIEW IF EXISTS global_temp.v", new DropTempView("v", IsGlobal: true)),
        ("SET spark.sql.shuffle.partitions = 8", new SetConfiguration("spark.sql.shuffle.partitions", "8")),
        ("set a.b =  x = 'y' ;", new SetConfiguration("a.b", "x = 'y'")),
        ("SET `a b` = `c`", new SetConfiguration("a b", "c")),
        ("SET TIME ZONE 'Europe/Paris'", new SetConfiguration("spark.sql.session.timeZone", "Europe/Paris")),
        ("SET TIME ZONE INTERVAL '-01:30' HOUR TO MINUTE", new SetConfiguration("spark.sql.session.timeZone", "-01:30")),
    ];

    public static TheoryData<string> Texts => new(Commands.Select(c => c.Text));

    private static WriteOperation Insert(LogicalPlan input, WriteMode mode) => new(input, null, mode, [], []) { TableName = "t", IsInsertInto = true };

    [Theory]
    [MemberData(nameof(Texts))]
    public void ParseStatement_command_is_read(string text)
    {
        var statement = SqlParser.ParseStatement(text);
        Assert.Equal(Commands.First(c => c.Text == text).Expected, statement.Command);
        Assert.Null(statement.Query);
    }

    [Fact]
    public void ParseStatement_merge_is_read_clause_by_clause()
    {
        var expected = new MergeIntoTable(
            Table,
            "x",
            new SubqueryAlias(Source, "y"),
            Call("==", Column("x.a"), Column("y.a")),
            [new(MergeActionKind.Delete, Column("y.d"), []), new(MergeActionKind.Update, B, [new("x.b", C)]), new(MergeActionKind.UpdateStar, null, [])],
            [new(MergeActionKind.Insert, B, [new("a", Column("y.a")), new("b", Int(1))]), new(MergeActionKind.InsertStar, null, [])],
            [new(MergeActionKind.Update, A, [new("b", Int(2))]), new(MergeActionKind.Delete, null, [])],
            WithSchemaEvolution: true);
        Assert.Equal(expected, SqlParser.ParseStatement("""
            MERGE WITH SCHEMA EVOLUTION INTO t AS x
            USING (SELECT a FROM s) y ON x.a = y.a
            WHEN MATCHED AND y.d THEN DELETE
            WHEN MATCHED AND b THEN UPDATE SET x.b = c
            WHEN MATCHED THEN UPDATE SET *
            WHEN NOT MATCHED AND b THEN INSERT (a, b) VALUES (y.a, 1)
            WHEN NOT MATCHED BY TARGET THEN INSERT *
            WHEN NOT MATCHED BY SOURCE AND a THEN UPDATE SET b = 2
            WHEN NOT MATCHED BY SOURCE THEN DELETE
            """).Command);
    }

    [Fact]
    public void ParseStatement_merge_of_a_table_needs_no_aliases() => Assert.Equal(
        new MergeIntoTable(Table, null, new NamedTable("s"), A, [], [new(MergeActionKind.InsertStar, null, [])], [], WithSchemaEvolution: false),
        SqlParser.ParseStatement("MERGE INTO t USING s ON a WHEN NOT MATCHED THEN INSERT *").Command);

    [Fact]
    public void ParseStatement_query_is_a_query()
    {
        Assert.Equal(Source, SqlParser.ParseStatement("SELECT a FROM s").Query);
        Assert.Equal(Source, SqlParser.ParseStatement("  -- why\n(SELECT a FROM s);").Query);
        Assert.Equal(new DescribeHistory(TableReference.ForName("delta.`/x`"), 5), SqlParser.ParseStatement("DESCRIBE HISTORY delta.`/x` LIMIT 5").Query);
        Assert.Equal(new DescribeHistory(TableReference.ForPath("/x"), null), SqlParser.ParseStatement("DESC HISTORY '/x'").Query);
    }

    [Theory]
    [InlineData("CREATE TABLE t (a INT)", "CREATE TABLE")]
    [InlineData("CREATE OR REPLACE TABLE t AS SELECT 1", "CREATE TABLE")]
    [InlineData("CREATE VIEW v AS SELECT 1", "CREATE VIEW")]
    [InlineData("DROP TABLE t", "DROP TABLE")]
    [InlineData("ALTER TABLE t ADD COLUMN a INT", "ALTER TABLE")]
    [InlineData("OPTIMIZE t ZORDER BY a", "OPTIMIZE")]
    [InlineData("vacuum t", "VACUUM")]
    [InlineData("SHOW TABLES", "SHOW TABLES")]
    [InlineData("DESCRIBE t", "DESCRIBE")]
    [InlineData("EXPLAIN SELECT 1", "EXPLAIN")]
    [InlineData("SET spark.sql.ansi.enabled", "SET")]
    public void ParseStatement_other_statement_is_refused_by_its_name(string text, string name)
    {
        var error = Assert.Throws<AnalysisException>(() => SqlParser.ParseStatement(text));
        Assert.Equal("UNSUPPORTED_STATEMENT", error.Code);
        Assert.Equal(name, error.Parameters["statement"]);
    }

    [Theory]
    [InlineData("INSERT INTO t TABLE s", "INSERT")]
    [InlineData("DELETE FROM t", "DELETE")]
    [InlineData("DROP VIEW v", "DROP VIEW")]
    public void ParseQuery_command_is_refused_by_its_name(string text, string name)
    {
        var error = Assert.Throws<AnalysisException>(() => SqlParser.ParseQuery(text));
        Assert.Equal("UNSUPPORTED_STATEMENT", error.Code);
        Assert.StartsWith(name, error.Parameters["statement"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INSERT INTO t (a) VALUES (1)")]
    [InlineData("INSERT INTO t PARTITION (a = 1) TABLE s")]
    [InlineData("INSERT INTO t BY NAME TABLE s")]
    [InlineData("INSERT INTO t REPLACE WHERE a TABLE s")]
    [InlineData("UPDATE t SET a = DEFAULT")]
    [InlineData("SET TIME ZONE LOCAL")]
    [InlineData("SELECT * FROM t TABLESAMPLE (10 PERCENT)")]
    [InlineData("SELECT * FROM t PIVOT (sum(a) FOR b IN (1))")]
    [InlineData("SELECT * FROM t, LATERAL (SELECT 1)")]
    [InlineData("SELECT a FROM t LIMIT 1 + 1")]
    [InlineData("SELECT f(x => 1)")]
    [InlineData("SELECT a:b FROM t")]
    [InlineData("SELECT ?")]
    [InlineData("WITH RECURSIVE x AS (SELECT 1) TABLE x")]
    [InlineData("FROM t |> SELECT a")]
    public void ParseStatement_feature_that_is_not_there_is_refused(string text) =>
        Assert.Equal("UNSUPPORTED_FEATURE", Assert.Throws<AnalysisException>(() => SqlParser.ParseStatement(text)).Code);
}
