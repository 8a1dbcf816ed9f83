using static DataPlatform.Pipelines.Tests.Sessions;

namespace DataPlatform.Pipelines.Tests;

public sealed class RunContextTests : IDisposable
{
    private readonly TestRun _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public void InParallel_records_in_the_order_of_the_works_whichever_ends_first()
    {
        var run = _test.Next();
        using var last = new ManualResetEventSlim();
        run.Record(new TableOutcome("a", "unchanged"));
        run.InParallel(
            () =>
            {
                last.Wait(TimeSpan.FromSeconds(5));
                run.Record(new TableOutcome("b", "unchanged"));
                run.InParallel(() => run.Record(new TableOutcome("c", "unchanged")), () => run.Record(new TableOutcome("d", "unchanged")));
            },
            () =>
            {
                run.Record(new TableOutcome("e", "unchanged"));
                last.Set();
            });
        run.Record(new TableOutcome("f", "unchanged"));

        Assert.Equal(["a", "b", "c", "d", "e", "f"], run.Outcomes.Select(outcome => outcome.Table));
    }

    [Fact]
    public void InParallel_throws_what_the_first_that_failed_threw_when_all_have_ended()
    {
        var run = _test.Next();
        var failure = Assert.Throws<InvalidDataException>(() => run.InParallel(
            () => run.Record(new TableOutcome("a", "created")),
            () => throw new InvalidDataException("second"),
            () => throw new IOException("third"),
            () => run.Record(new TableOutcome("b", "created"))));

        Assert.Equal("second", failure.Message);
        Assert.Equal(["a", "b"], run.Outcomes.Select(outcome => outcome.Table));
    }

    [Fact]
    public void InParallel_makes_tables_of_one_session()
    {
        var run = _test.Next();
        var tables = Enumerable.Range(0, 8).Select(index => run.Lake.Gold($"t{index}")).ToList();
        run.InParallel([.. tables.Select((table, index) => (Action)(() =>
        {
            TableWriter.Replace(run, table, Frame("n INT", [index], [index + 1]), Slices.All("n"), []);
            run.Updates.Add(new TableUpdate(table.Identifier, 1, new Dictionary<string, long>(), null));
        }))]);

        Assert.All(tables.Index(), table => Assert.Equal([$"{table.Index}", $"{table.Index + 1}"], Texts(TableReader.Read(run, table.Item))));
        Assert.All(run.Outcomes.Index(), outcome => Assert.Equal(
            (tables[outcome.Index].Identifier, 2L, 2L, 0L), (outcome.Item.Table, outcome.Item.RowsRead!.Value, outcome.Item.RowsWritten!.Value, outcome.Item.Version!.Value)));
        Assert.All(tables, table => Assert.Equal(1, run.Updates.Last(table)!.Sequence));
    }
}
