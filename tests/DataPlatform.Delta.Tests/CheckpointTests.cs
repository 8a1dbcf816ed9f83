using System.Text.Json;
using Microsoft.Spark.Sql;

namespace DataPlatform.Delta.Tests;

public sealed class CheckpointTests : IDisposable
{
    private readonly TestTable _table = new();

    [Fact]
    public void Commit_every_tenth_version_has_a_checkpoint_and_the_hint_points_to_it()
    {
        Fill(21);
        Assert.Equal(
            ["00000000000000000010.checkpoint.parquet", "00000000000000000020.checkpoint.parquet"],
            Directory.EnumerateFiles(_table.LogPath, "*.checkpoint.parquet").Select(Path.GetFileName).Order());
        using var hint = JsonDocument.Parse(File.ReadAllText($"{_table.LogPath}/_last_checkpoint"));
        Assert.Equal(20, hint.RootElement.GetProperty("version").GetInt64());
        Assert.Equal(22, hint.RootElement.GetProperty("size").GetInt64());
        Assert.Equal(20, hint.RootElement.GetProperty("numOfAddFiles").GetInt64());
        Assert.Empty(Directory.EnumerateFiles(_table.LogPath, "*tmp*"));
    }

    [Theory]
    [InlineData("3", new long[] { 3, 6 })]
    [InlineData("100", new long[0])]
    public void Commit_checkpoint_interval_is_the_tables_property(string interval, long[] expected)
    {
        Fill(7, new Dictionary<string, string> { ["delta.checkpointInterval"] = interval });
        Assert.Equal(expected, Checkpoints());
    }

    [Fact]
    public void Latest_from_the_checkpoint_alone_has_everything_that_the_commits_said()
    {
        _table.Create("id BIGINT, day STRING", ["day"], new Dictionary<string, string> { ["delta.checkpointInterval"] = "4", ["my.own"] = "kept" });
        var transaction = _table.Log.Begin();
        transaction.SetTransaction("app", 12);
        transaction.SetDomain(new DomainMetadata("d", "{}"));
        transaction.Add(TestTable.File("a b%c", 5, """{"numRecords":5,"minValues":{"id":1}}""", ("day", "x/y")) with { Tags = new Dictionary<string, string?> { ["k"] = "v" } });
        transaction.Add(TestTable.File("b", 7, null, ("day", null)));
        transaction.Commit("WRITE").OrThrow();
        _table.Append(TestTable.File("c", 1, null, ("day", "z")));
        _table.Remove(file => file.PartitionValues["day"] == "z");
        _table.Append(TestTable.File("late", 1, null, ("day", "w")));
        var expected = _table.Log.AtVersion(4);
        Assert.Equal([4L], Checkpoints());
        foreach (var version in Enumerable.Range(0, 4))
        {
            File.Delete(_table.CommitPath(version));
        }

        var actual = _table.Fresh().AtVersion(4);
        Assert.Equal(SnapshotText.Of(expected), SnapshotText.Of(actual));
        Assert.Equal("v", actual.AllFiles.Single(file => file.NumRecords == 5).Tags!["k"]);
        Assert.Null(actual.AllFiles.Single(file => file.NumRecords == 7).PartitionValues["day"]);
        Assert.Equal("kept", actual.Metadata.Properties["my.own"]);
    }

    [Fact]
    public void Commit_checkpoint_keeps_tombstones_for_the_retention_and_drops_older_ones()
    {
        Fill(3, new Dictionary<string, string> { ["delta.checkpointInterval"] = "6" });
        _table.Remove(file => file.Path == "f1.parquet");
        _table.Time.Now += TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1);
        _table.Remove(file => file.Path == "f2.parquet");
        _table.Append(TestTable.File("x"));
        var rows = DuckDbParquet.Instance.ReadRows($"{_table.LogPath}/00000000000000000006.checkpoint.parquet", CheckpointSchema.Written).ToList();
        Assert.Equal("f2.parquet", Assert.Single(rows.Select(row => row[2]).OfType<Row>())[0]);
        Assert.Equal(["f3.parquet", "x.parquet"], rows.Select(row => row[1]).OfType<Row>().Select(add => (string)add[0]!).Order());
    }

    [Theory]
    [InlineData("{\"version\":3,\"size\":1}")]
    [InlineData("{\"version\":999,\"size\":1}")]
    [InlineData("{\"version\":-1}")]
    [InlineData("{\"version\":\"ten\"}")]
    [InlineData("[]")]
    [InlineData("{\"ver")]
    [InlineData("")]
    public void Latest_hint_is_stale_or_garbled_makes_no_difference(string hint)
    {
        Fill(12);
        File.WriteAllText($"{_table.LogPath}/_last_checkpoint", hint);
        var snapshot = _table.Fresh().Latest();
        Assert.Equal((12, 12), (snapshot.Version, snapshot.AllFiles.Count));
    }

    [Fact]
    public void Latest_hint_is_missing_finds_the_checkpoint_itself()
    {
        Fill(12);
        File.Delete($"{_table.LogPath}/_last_checkpoint");
        File.Delete(_table.CommitPath(4));
        Assert.Equal(12, _table.Fresh().Latest().AllFiles.Count);
    }

    [Fact]
    public void Latest_multi_part_checkpoint_with_a_missing_part_is_passed_over()
    {
        Fill(5);
        var checkpoint = $"{_table.LogPath}/00000000000000000005.checkpoint.0000000001.0000000002.parquet";
        DuckDbParquet.Instance.WriteRows(checkpoint, CheckpointSchema.Written, []);
        Assert.Equal(5, _table.Fresh().Latest().AllFiles.Count);
    }

    [Fact]
    public void Latest_checkpoint_that_is_no_Parquet_is_an_error_and_not_an_empty_table()
    {
        Fill(10);
        var path = $"{_table.LogPath}/00000000000000000010.checkpoint.parquet";
        File.WriteAllText(path, "no parquet");
        var error = Assert.Throws<DataPlatformException>(_table.Fresh().Latest);
        Assert.Equal(("DELTA_CHECKPOINT_BROKEN", path, "10"), (error.Code, error.Parameters["file"], error.Parameters["version"]));
    }

    [SkippableTheory]
    [InlineData("delta-rs", "delta-1.2.1-only-struct-stats")]
    [InlineData("delta-kernel-rs", "v2-parquet-sidecars-struct-stats-only")]
    [InlineData("delta-kernel-rs", "v1-multi-part-struct-stats-only")]
    public void Latest_checkpoint_with_statistics_as_columns_has_them_as_text(string source, string name)
    {
        Skip.If(UpstreamTable.Root is null, $"set {UpstreamTable.Variable} to a folder with the upstream tables");
        var log = DeltaLog.ForTable(
            UpstreamTable.Named(source, name).Folder,
            LocalLogStore.Instance,
            DuckDbParquet.Instance,
            TimeProvider.System,
            new HashSet<string> { TableFeature.DeletionVectors });
        Assert.All(log.Latest().AllFiles, file => Assert.True(file.NumRecords > 0));
        Assert.Contains(log.Latest().AllFiles, file => file.Stats!.Contains("minValues", StringComparison.Ordinal));
    }

    public void Dispose() => _table.Dispose();

    private void Fill(int appends, Dictionary<string, string>? properties = null)
    {
        _table.Create(properties: properties);
        for (var i = 1; i <= appends; i++)
        {
            _table.Append(TestTable.File($"f{i}"));
        }
    }

    private IEnumerable<long> Checkpoints() => Directory.EnumerateFiles(_table.LogPath, "*.checkpoint.parquet")
        .Select(path => long.Parse(Path.GetFileName(path)[..20])).Order();
}
