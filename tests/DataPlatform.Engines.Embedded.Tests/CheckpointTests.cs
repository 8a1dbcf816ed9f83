using DataPlatform.Plans;

namespace DataPlatform.Engines.Embedded.Tests;

/// <summary>The checkpoints of tables that the engine writes.</summary>
public sealed class CheckpointTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("checkpoints").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Tenth_version_has_a_checkpoint_that_holds_all_before_it()
    {
        using (var engine = new EmbeddedEngine(new Dictionary<string, string>()))
        {
            for (var version = 0; version <= 11; version++)
            {
                var rows = new Project(new RangeRelation(version * 10, (version * 10) + 10, 1), [new ExpressionString("id"), new ExpressionString("id % 3 AS part")]);
                engine.Execute(new WriteOperation(rows, "delta", WriteMode.Append, [], ["part"]) { Path = _folder });
            }
        }

        var checkpoint = Assert.Single(Directory.GetFiles(Path.Combine(_folder, "_delta_log"), "*.checkpoint.parquet"));
        Assert.Equal("00000000000000000010.checkpoint.parquet", Path.GetFileName(checkpoint));

        // Without the commits before it, what they did is in the checkpoint only.
        foreach (var commit in Directory.GetFiles(Path.Combine(_folder, "_delta_log"), "*0?.json"))
        {
            File.Delete(commit);
        }

        using var anew = new EmbeddedEngine(new Dictionary<string, string>());
        var table = new DataSource("delta", null, [], [_folder]);
        using var result = anew.Execute(new Aggregate(
            new Filter(table, new ExpressionString("part = 1")), GroupType.GroupBy, [], [new ExpressionString("count(1)"), new ExpressionString("sum(id)")], null, []));
        var row = Assert.Single(result.Rows);
        Assert.Equal((40L, Enumerable.Range(0, 120).Where(id => id % 3 == 1).Sum(id => (long)id)), (row.GetAs<long>(0), row.GetAs<long>(1)));
    }
}
