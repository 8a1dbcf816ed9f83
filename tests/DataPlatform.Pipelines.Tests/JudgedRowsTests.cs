using static DataPlatform.Pipelines.Tests.Sessions;

namespace DataPlatform.Pipelines.Tests;

public sealed class JudgedRowsTests
{
    private static readonly LakeTable Table = new("silver/weather", "/nowhere");

    [Fact]
    public void Judge_rows_go_where_the_expectations_send_them()
    {
        using var judged = JudgedRows.Judge(Table, Frame("id INT, wind INT", [1, 10], [2, 1048], [3, null], [4, -1], [5, 400]),
        [
            new Expectation("wind_known", "wind IS NOT NULL", ExpectationAction.Warn),
            new Expectation("wind_possible", "wind <= 250", ExpectationAction.Quarantine),
            new Expectation("wind_positive", "wind >= 0", ExpectationAction.Drop),
            new Expectation("even", "id % 2 = 1", ExpectationAction.Warn),
        ]);
        Assert.Equal(["1 | 10"], Texts(judged.Accepted));
        Assert.Equal(["2 | wind_possible,even", "3 | wind_known,wind_possible,wind_positive", "5 | wind_possible"],
            Texts(judged.InQuarantine.SelectExpr("id", "concat_ws(',', _failed_expectations) AS failed")));
        Assert.Equal((5, 1, 3, 1), (judged.Count, judged.AcceptedCount, judged.QuarantinedCount, judged.DroppedCount));
        Assert.Equal([("wind_known", 1), ("wind_possible", 3), ("wind_positive", 2), ("even", 2)], judged.Results.Select(result => (result.Expectation.Name, (int)result.Failed)));
    }

    [Fact]
    public void Judge_a_row_that_must_not_be_refuses_all()
    {
        var error = Assert.Throws<DataRefusedException>(() => JudgedRows.Judge(
            Table, Frame("id INT", [1], [null]), [new Expectation("has_key", "id IS NOT NULL", ExpectationAction.Fail)]));
        Assert.Equal("EXPECTATION_FAILED", error.Code);
        Assert.Contains("silver/weather", error.Message);
        Assert.Contains("1 of 2 rows fail 'has_key'", error.Message);
    }

    [Fact]
    public void Judge_without_expectations_keeps_all()
    {
        using var judged = JudgedRows.Judge(Table, Frame("id INT", [1], [2]), []);
        Assert.Equal(["1", "2"], Texts(judged.Accepted));
        Assert.Equal(2, judged.Count);
    }
}
