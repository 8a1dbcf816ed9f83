using static DataPlatform.Pipelines.Tests.Sessions;

namespace DataPlatform.Pipelines.Tests;

public sealed class PendingUpdateTests : IDisposable
{
    private readonly TestRun _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Of_a_table_learns_what_changed_in_its_source_since_its_own_last_update()
    {
        var first = _test.Next();
        Write(first, "silver/a");
        Assert.True(Update(first, "silver/a", changed: null).IsFull);
        Write(first, "gold/b");
        Assert.True(Update(first, "gold/b", ["2013-01-01"], "silver/a").IsFull);
        first.Updates.Save();

        var second = _test.Next();
        Assert.True(Pending(second, "gold/b", "silver/a").IsNothing);
        Update(second, "silver/a", ["2013-01-02"]);
        Update(second, "silver/a", ["2013-01-02", "2013-01-03"]);
        second.Updates.Save();

        var third = _test.Next();
        var pending = Pending(third, "gold/b", "silver/a");
        Assert.False(pending.IsFull);
        Assert.Equal(["2013-01-02", "2013-01-03"], pending.ChangedIn(_test.Lake.Find("silver/a")).Order());
    }

    [Fact]
    public void Of_a_source_made_anew_makes_the_table_anew()
    {
        var run = _test.Next();
        Write(run, "gold/b");
        Update(run, "silver/a", changed: null);
        Update(run, "gold/b", [], "silver/a");
        Assert.True(Pending(run, "gold/b", "silver/a").IsNothing);
        Update(run, "silver/a", changed: null);
        Assert.True(Pending(run, "gold/b", "silver/a").IsFull);
    }

    [Fact]
    public void Of_a_table_that_was_deleted_is_made_anew()
    {
        var run = _test.Next();
        Update(run, "silver/a", changed: null);
        Update(run, "gold/b", [], "silver/a");
        Assert.True(Pending(run, "gold/b", "silver/a").IsFull);
    }

    [Fact]
    public void SlicesOf_a_logical_date_is_always_among_them()
    {
        var run = _test.Next(new DateOnly(2013, 1, 9));
        Write(run, "gold/b");
        Update(run, "gold/b", []);
        Assert.Equal(["2013-01-07", "2013-01-09"], Pending(run, "gold/b").SlicesOf("day", () => [new DateOnly(2013, 1, 7)]).Texts!);
    }

    private PendingUpdate Pending(RunContext run, string table, params string[] sources) => PendingUpdate.Of(run, _test.Lake.Find(table), [.. sources.Select(_test.Lake.Find)]);

    private PendingUpdate Update(RunContext run, string table, IReadOnlyList<string>? changed, params string[] sources)
    {
        var pending = Pending(run, table, sources);
        pending.Complete(changed);
        return pending;
    }

    private void Write(RunContext run, string table) => TableWriter.Replace(run, _test.Lake.Find(table), Frame("day DATE", ["2013-01-01"]), Slices.All("day"), []);
}
