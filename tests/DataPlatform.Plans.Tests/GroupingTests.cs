using static DataPlatform.Plans.Tests.Nodes;

namespace DataPlatform.Plans.Tests;

/// <summary>GROUP BY in all its forms, and HAVING.</summary>
public sealed class GroupingTests
{
    private static readonly (string Clause, GroupType Type, ValueList<Expression> Grouping, ValueList<ValueList<Expression>> Sets)[] Cases =
    [
        ("a", GroupType.GroupBy, [A], []),
        ("a, b", GroupType.GroupBy, [A, B], []),
        ("(a, b)", GroupType.GroupBy, [Call("named_struct", Text("a"), A, Text("b"), B)], []),
        ("1", GroupType.GroupBy, [Int(1)], []),
        ("a + b", GroupType.GroupBy, [Call("+", A, B)], []),
        ("struct(a, b)", GroupType.GroupBy, [Call("struct", A, B)], []),
        ("ROLLUP (a, b)", GroupType.Rollup, [A, B], []),
        ("a, b WITH ROLLUP", GroupType.Rollup, [A, B], []),
        ("CUBE(a, b)", GroupType.Cube, [A, B], []),
        ("a, b WITH CUBE", GroupType.Cube, [A, B], []),
        ("GROUPING SETS ((a, b), a, ())", GroupType.GroupingSets, [A, B], [[A, B], [A], []]),
        ("a, b GROUPING SETS ((a), (b))", GroupType.GroupingSets, [A, B], [[A], [B]]),
        ("GROUPING SETS (struct(a, b), (c))", GroupType.GroupingSets, [Call("struct", A, B), C], [[Call("struct", A, B)], [C]]),
        ("GROUPING SETS ((a) + (b), c)", GroupType.GroupingSets, [Call("+", A, B), C], [[Call("+", A, B)], [C]]),
        ("a, GROUPING SETS ((b), ())", GroupType.GroupingSets, [A, B], [[A, B], [A]]),
        ("GROUPING SETS (ROLLUP(a, b), (c))", GroupType.GroupingSets, [A, B, C], [[A, B], [A], [], [C]]),
        ("ROLLUP(a, (b, c))", GroupType.GroupingSets, [A, B, C], [[A, B, C], [A], []]),
        ("CUBE((a, b), c)", GroupType.GroupingSets, [A, B, C], [[A, B, C], [A, B], [C], []]),
        ("a, ROLLUP(b, c)", GroupType.GroupingSets, [A, B, C], [[A, B, C], [A, B], [A]]),
        ("ROLLUP(a), CUBE(b)", GroupType.GroupingSets, [A, B], [[A, B], [A], [B], []]),
    ];

    public static TheoryData<string> Clauses => new(Cases.Select(c => c.Clause));

    [Theory]
    [MemberData(nameof(Clauses))]
    public void Group_by_gives_groups(string clause)
    {
        var (_, type, grouping, sets) = Cases.First(c => c.Clause == clause);
        var expected = new Aggregate(T, type, grouping, [A, Call("sum", D)], null, sets) { GroupingInAggregatesOnly = true };
        Assert.Equal(expected, SqlParser.ParseQuery($"SELECT a, sum(d) FROM t GROUP BY {clause}"));
    }

    [Fact]
    public void Having_stands_in_the_aggregate() => Assert.Equal(
        new Aggregate(new Filter(T, B), GroupType.GroupBy, [A], [A], null, []) { GroupingInAggregatesOnly = true, Having = Call(">", Call("sum", D), Int(1)) },
        SqlParser.ParseQuery("SELECT a FROM t WHERE b GROUP BY a HAVING sum(d) > 1"));

    [Fact]
    public void Having_without_groups_makes_one_group() => Assert.Equal(
        new Aggregate(T, GroupType.GroupBy, [], [Int(1)], null, []) { GroupingInAggregatesOnly = true, Having = Call(">", Call("sum", D), Int(1)) },
        SqlParser.ParseQuery("SELECT 1 FROM t HAVING sum(d) > 1"));
}
