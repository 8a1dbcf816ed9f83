using static DataPlatform.Pipelines.Tests.Sessions;

namespace DataPlatform.Pipelines.Tests;

public sealed class TableWriterTests : IDisposable
{
    private static readonly Expectation Positive = new("positive", "n > 0", ExpectationAction.Quarantine);

    private readonly TestRun _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Replace_slices_leaves_the_rest_and_twice_is_once()
    {
        var run = _test.Next();
        var table = run.Lake.Silver("t");
        TableWriter.Replace(run, table, Frame("day DATE, n INT", ["2013-01-01", 1], ["2013-01-02", -2], ["2013-01-02", 2], [null, 7]), Slices.All("day"), [Positive]);
        var slices = Slices.Of("day", [new DateOnly(2013, 1, 2), null]);
        for (var times = 0; times < 2; times++)
        {
            TableWriter.Replace(run, table, Frame("day DATE, n INT", ["2013-01-02", 3], ["2013-01-02", -3], [null, 8]), slices, [Positive]);
            Assert.Equal(["- | 8", "2013-01-01 | 1", "2013-01-02 | 3"], Texts(TableReader.Read(run, table)));
            Assert.Equal(["2013-01-02 | -3"], Texts(TableReader.Read(run, table.Quarantine).Select("day", "n")));
        }

        Assert.Equal(["created", "replaced", "replaced"], run.Outcomes.Select(outcome => outcome.Operation));
        Assert.Equal((3L, 2L, 1L), (run.Outcomes[1].RowsRead!.Value, run.Outcomes[1].RowsWritten!.Value, run.Outcomes[1].RowsQuarantined));
        Assert.Equal([0L, 1L, 2L], run.Outcomes.Select(outcome => outcome.Version!.Value));
    }

    [Fact]
    public void Replace_where_an_expectation_fails_changes_nothing()
    {
        var run = _test.Next();
        var table = run.Lake.Silver("t");
        var mustBePositive = Positive with { Action = ExpectationAction.Fail };
        TableWriter.Replace(run, table, Frame("day DATE, n INT", ["2013-01-01", 1]), Slices.All("day"), [mustBePositive]);
        Assert.Throws<DataRefusedException>(() => TableWriter.Replace(run, table, Frame("day DATE, n INT", ["2013-01-01", -1]), Slices.All("day"), [mustBePositive]));
        Assert.Equal(["2013-01-01 | 1"], Texts(TableReader.Read(run, table)));
        Assert.Equal(0, TableWriter.VersionOf(run, table));
    }

    [Fact]
    public void Synchronize_gives_the_keys_that_changed_and_writes_only_then()
    {
        var run = _test.Next();
        var table = run.Lake.Gold("t");
        Assert.Null(Synchronize(["a", 1], ["b", 2], ["c", 3]));
        Assert.Empty(Synchronize(["b", 2], ["a", 1], ["c", 3])!);
        Assert.Equal(0, TableWriter.VersionOf(run, table));
        Assert.Equal(["b", "c", "d"], Synchronize(["a", 1], ["b", 5], ["d", 4])!);
        Assert.Equal(["a | 1", "b | 5", "d | 4"], Texts(TableReader.Read(run, table)));

        IReadOnlyList<string>? Synchronize(params object?[][] rows) => TableWriter.Synchronize(run, table, Frame("k STRING, n INT", rows), "k", [], isFull: false);
    }

    [Fact]
    public void Read_a_table_that_is_not_there_names_it()
    {
        var error = Assert.Throws<ConfigurationException>(() => TableReader.Read(_test.Next(), _test.Lake.Silver("none")));
        Assert.Equal("TABLE_NOT_FOUND", error.Code);
        Assert.Contains("silver/none", error.Message);
    }
}
