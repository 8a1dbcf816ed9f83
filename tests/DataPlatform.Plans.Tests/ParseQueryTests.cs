using static DataPlatform.Plans.Tests.Nodes;

namespace DataPlatform.Plans.Tests;

/// <summary>Texts of queries and the relations that they are.</summary>
public sealed class ParseQueryTests
{
    private static readonly Literal One = Int(1);
    private static readonly UnresolvedStar All = new();
    private static readonly NamedTable U = new("u");

    private static readonly (string Text, LogicalPlan Expected)[] Cases =
    [
        ("SELECT 1", new Project(new OneRow(), [One])),
        ("select a, b c from t;", new Project(T, [A, new Alias(B, "c")])),
        ("SELECT ALL a FROM t", new Project(T, [A])),
        ("SELECT DISTINCT a FROM t", new Deduplicate(new Project(T, [A]), [])),
        ("FROM t SELECT a", new Project(T, [A])),
        ("TABLE t", T),
        ("SELECT a FROM t WHERE b", new Project(new Filter(T, B), [A])),
        ("SELECT * FROM db.`t.x`", new Project(new NamedTable("db.`t.x`"), [All])),
        ("SELECT * FROM delta.`/x/y`", new Project(new NamedTable("delta.`/x/y`"), [All])),
        ("SELECT * FROM t VERSION AS OF 3", new Project(new NamedTable("t", [new("versionAsOf", "3")]), [All])),
        ("SELECT * FROM t FOR TIMESTAMP AS OF '2024-01-01' u", new Project(new SubqueryAlias(new NamedTable("t", [new("timestampAsOf", "2024-01-01")]), "u"), [All])),
        ("SELECT * FROM t AS u", new Project(new SubqueryAlias(T, "u"), [All])),
        ("SELECT * FROM t u (x, y)", new Project(new SubqueryAlias(new ToDF(T, ["x", "y"]), "u"), [All])),
        ("SELECT * FROM (SELECT a FROM t) u", new Project(new SubqueryAlias(new Project(T, [A]), "u"), [All])),
        ("SELECT * FROM (t) u", new Project(new SubqueryAlias(T, "u"), [All])),
        ("SELECT * FROM range(3)", new Project(new RangeRelation(0, 3, 1), [All])),
        ("SELECT * FROM range(10, 0, -2) r(x)", new Project(new SubqueryAlias(new ToDF(new RangeRelation(10, 0, -2), ["x"]), "r"), [All])),
        ("SELECT * FROM explode(array(1))", new Project(new Project(new OneRow(), [Call("explode", Call("array", One))]), [All])),
        ("VALUES 1, 2", new InlineTable([[One], [Int(2)]])),
        ("SELECT * FROM VALUES (1, 2), (a, b) AS u(x, y)", new Project(new SubqueryAlias(new ToDF(new InlineTable([[One, Int(2)], [A, B]]), ["x", "y"]), "u"), [All])),
        ("SELECT * FROM t, u", new Project(Joined(JoinType.Inner, null), [All])),
        ("SELECT * FROM t JOIN u", new Project(Joined(JoinType.Inner, null), [All])),
        ("SELECT * FROM t INNER JOIN u ON a", new Project(Joined(JoinType.Inner, A), [All])),
        ("SELECT * FROM t CROSS JOIN u", new Project(Joined(JoinType.Cross, null), [All])),
        ("SELECT * FROM t LEFT JOIN u ON a", new Project(Joined(JoinType.LeftOuter, A), [All])),
        ("SELECT * FROM t RIGHT OUTER JOIN u ON a", new Project(Joined(JoinType.RightOuter, A), [All])),
        ("SELECT * FROM t FULL JOIN u ON a", new Project(Joined(JoinType.FullOuter, A), [All])),
        ("SELECT * FROM t LEFT SEMI JOIN u ON a", new Project(Joined(JoinType.LeftSemi, A), [All])),
        ("SELECT * FROM t ANTI JOIN u ON a", new Project(Joined(JoinType.LeftAnti, A), [All])),
        ("SELECT * FROM t JOIN u USING (a, b)", new Project(new Join(T, U, JoinType.Inner, null, ["a", "b"]), [All])),
        ("SELECT * FROM t JOIN u ON a JOIN t ON b", new Project(new Join(Joined(JoinType.Inner, A), T, JoinType.Inner, B, []), [All])),
        ("SELECT * FROM t JOIN (u JOIN t ON a) ON b", new Project(new Join(T, new Join(U, T, JoinType.Inner, A, []), JoinType.Inner, B, []), [All])),
        ("SELECT * FROM t LATERAL VIEW OUTER explode(a) u AS x, y", new Project(new Generate(T, Call("explode", A), IsOuter: true, "u", ["x", "y"]), [All])),
        ("SELECT * FROM t LATERAL VIEW explode(a) AS x WHERE b", new Project(new Filter(new Generate(T, Call("explode", A), IsOuter: false, "", ["x"]), B), [All])),
        ("SELECT * FROM t, LATERAL explode(a) u(x)", new Project(new Generate(T, Call("explode", A), IsOuter: false, "u", ["x"]), [All])),
        ("SELECT a FROM t ORDER BY a DESC, b NULLS LAST", new Sort(new Project(T, [A]), [new SortOrder(A, false), new SortOrder(B, true, false)], IsGlobal: true)),
        ("SELECT a FROM t SORT BY a", new Sort(new Project(T, [A]), [new SortOrder(A)], IsGlobal: false)),
        ("SELECT a FROM t DISTRIBUTE BY a SORT BY b", new Sort(new Repartition(new Project(T, [A]), null, true, [A]), [new SortOrder(B)], IsGlobal: false)),
        ("SELECT a FROM t CLUSTER BY a", new Sort(new Repartition(new Project(T, [A]), null, true, [A]), [new SortOrder(A)], IsGlobal: false)),
        ("SELECT a FROM t ORDER BY a LIMIT 5 OFFSET 2", new Limit(new Offset(new Sort(new Project(T, [A]), [new SortOrder(A)], IsGlobal: true), 2), 5)),
        ("SELECT a FROM t LIMIT ALL", new Project(T, [A])),
        ("SELECT /*+ BROADCAST(t), MERGE(u) */ a FROM t", new Hint(new Hint(new Project(T, [A]), "merge", [Column("u")]), "broadcast", [Column("t")])),
        ("TABLE t UNION TABLE u", new SetOperation(T, U, SetOperationKind.Union, IsAll: false)),
        ("TABLE t UNION ALL TABLE u ORDER BY a", new Sort(new SetOperation(T, U, SetOperationKind.Union, IsAll: true), [new SortOrder(A)], IsGlobal: true)),
        ("TABLE t MINUS TABLE u", new SetOperation(T, U, SetOperationKind.Except, IsAll: false)),
        ("TABLE t UNION TABLE u INTERSECT TABLE t EXCEPT ALL TABLE u", new SetOperation(
            new SetOperation(T, new SetOperation(U, T, SetOperationKind.Intersect, IsAll: false), SetOperationKind.Union, IsAll: false), U, SetOperationKind.Except, IsAll: true)),
        ("TABLE t UNION ALL (TABLE u LIMIT 1)", new SetOperation(T, new Limit(U, 1), SetOperationKind.Union, IsAll: true)),
        ("SELECT * FROM ((TABLE t) UNION (TABLE u)) x", new Project(new SubqueryAlias(new SetOperation(T, U, SetOperationKind.Union, IsAll: false), "x"), [All])),
        ("WITH x AS (SELECT a FROM t) SELECT * FROM x", new Project(new SubqueryAlias(new Project(T, [A]), "x"), [All])),
        ("WITH x (b) AS (TABLE t), y AS (SELECT * FROM X) SELECT * FROM y z", new Project(
            new SubqueryAlias(new SubqueryAlias(new Project(new SubqueryAlias(new ToDF(T, ["b"]), "x"), [All]), "y"), "z"), [All])),
        ("WITH t AS (SELECT a FROM t) SELECT * FROM t", new Project(new SubqueryAlias(new Project(T, [A]), "t"), [All])),
        ("WITH x AS (TABLE t) SELECT * FROM (WITH x AS (TABLE u) SELECT * FROM x), x", new Project(
            new Join(new Project(new SubqueryAlias(U, "x"), [All]), new SubqueryAlias(T, "x"), JoinType.Inner, null, []), [All])),
        ("WITH x AS (TABLE t) SELECT * FROM db.x", new Project(new NamedTable("db.x"), [All])),
    ];

    public static TheoryData<string> Texts => new(Cases.Select(c => c.Text));

    private static Join Joined(JoinType type, Expression? condition) => new(T, U, type, condition, []);

    [Theory]
    [MemberData(nameof(Texts))]
    public void ParseQuery_text_gives_relations(string text) => Assert.Equal(Cases.First(c => c.Text == text).Expected, SqlParser.ParseQuery(text));
}
