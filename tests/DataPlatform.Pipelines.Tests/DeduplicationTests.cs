using static DataPlatform.Pipelines.Tests.Sessions;

namespace DataPlatform.Pipelines.Tests;

public sealed class DeduplicationTests
{
    [Fact]
    public void KeepNewest_one_row_a_key_the_last_in_the_order()
    {
        var rows = Frame("k STRING, at DATE, v INT", ["a", "2013-01-02", 2], ["a", "2013-01-01", 1], ["b", "2013-01-01", 3], ["a", null, 9]);
        Assert.Equal(["a | 2013-01-02 | 2", "b | 2013-01-01 | 3"], Texts(Deduplication.KeepNewest(rows, ["k"], ["at"])));
    }

    [Fact]
    public void KeepNewest_ties_are_told_apart_by_the_other_columns_however_rows_lie()
    {
        object?[][] rows = [["a", "2013-01-01", 1, "x"], ["a", "2013-01-01", 2, "a"], ["a", "2013-01-01", 2, "b"]];
        Assert.Equal(["a | 2013-01-01 | 2 | b"], Texts(Deduplication.KeepNewest(Frame("k STRING, at DATE, v INT, w STRING", rows), ["k"], ["at"])));
        Array.Reverse(rows);
        Assert.Equal(["a | 2013-01-01 | 2 | b"], Texts(Deduplication.KeepNewest(Frame("k STRING, at DATE, v INT, w STRING", rows), ["k"], ["at"])));
    }

    [Fact]
    public void KeepNewest_null_is_a_key() =>
        Assert.Equal(["- | 2013-01-02 | 2"], Texts(Deduplication.KeepNewest(Frame("k STRING, at DATE, v INT", [null, "2013-01-01", 1], [null, "2013-01-02", 2]), ["k"], ["at"])));
}
