using Microsoft.Spark.Sql.Types;
using static DataPlatform.Plans.Tests.Nodes;

namespace DataPlatform.Plans.Tests;

/// <summary>OVER and the WINDOW clause.</summary>
public sealed class WindowTests
{
    private static readonly UnresolvedFunction Sum = Call("sum", A);

    private static FrameBoundary Distance(Expression offset) => new(FrameBoundaryKind.Value, offset);

    [Fact]
    public void Over_with_all_its_parts_is_read()
    {
        var expected = new WindowExpression(
            Sum,
            [B, C],
            [new SortOrder(D, IsAscending: false, NullsFirst: false), new SortOrder(A, IsAscending: true, NullsFirst: false)],
            new WindowFrame(IsRange: false, Distance(Call("-", Int(2))), FrameBoundary.CurrentRow));
        Assert.Equal(expected, Parsed("sum(a) OVER (PARTITION BY b, c ORDER BY d DESC, a NULLS LAST ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)"));
        Assert.Equal(expected, Parsed("sum(a) OVER (DISTRIBUTE BY b, c SORT BY d DESC, a NULLS LAST ROWS 2 PRECEDING)"));
    }

    [Fact]
    public void Over_nothing_is_one_window_of_all() => Assert.Equal(new WindowExpression(Sum, [], []), Parsed("sum(a) OVER ()"));

    [Fact]
    public void Over_range_takes_intervals_and_unbounded_ends() => Assert.Equal(
        new WindowExpression(
            Sum,
            [],
            [new SortOrder(B)],
            new WindowFrame(IsRange: true, Distance(Call("-", new Literal(TimeSpan.FromDays(1), new DayTimeIntervalType(0, 0)))), FrameBoundary.Unbounded)),
        Parsed("sum(a) OVER (ORDER BY b RANGE BETWEEN INTERVAL 1 DAY PRECEDING AND UNBOUNDED FOLLOWING)"));

    [Fact]
    public void Null_treatment_stands_before_over() => Assert.Equal(
        new WindowExpression(new UnresolvedFunction("lag", [A], IgnoreNulls: true), [], [new SortOrder(B)]),
        Parsed("lag(a) IGNORE NULLS OVER (ORDER BY b)"));

    [Theory]
    [InlineData("SELECT sum(a) OVER w FROM t WINDOW w AS (PARTITION BY b)")]
    [InlineData("SELECT sum(a) OVER (w) FROM t WINDOW w AS (PARTITION BY b)")]
    [InlineData("SELECT sum(a) OVER W FROM t WINDOW v AS (ORDER BY c), w AS (PARTITION BY b)")]
    public void A_window_by_name_is_that_of_the_window_clause(string text) =>
        Assert.Equal(SqlParser.ParseQuery("SELECT sum(a) OVER (PARTITION BY b) FROM t"), SqlParser.ParseQuery(text));

    [Fact]
    public void Each_side_of_a_union_has_its_own_windows() => Assert.Equal(
        SqlParser.ParseQuery("SELECT sum(a) OVER (ORDER BY b) FROM t UNION SELECT sum(a) OVER (ORDER BY c) FROM t"),
        SqlParser.ParseQuery("SELECT sum(a) OVER w FROM t WINDOW w AS (ORDER BY b) UNION SELECT sum(a) OVER w FROM t WINDOW w AS (ORDER BY c)"));

    [Fact]
    public void A_window_that_no_clause_defines_is_an_error() =>
        Assert.Equal("MISSING_WINDOW_SPECIFICATION", Assert.Throws<AnalysisException>(() => SqlParser.ParseQuery("SELECT sum(a) OVER w FROM t")).Code);
}
