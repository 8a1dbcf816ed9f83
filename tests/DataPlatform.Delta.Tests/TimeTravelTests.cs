using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta.Tests;

public sealed class TimeTravelTests : IDisposable
{
    private static readonly DateTime Noon = new(2024, 1, 1, 12, 0, 0, DateTimeKind.Utc);
    private readonly TestTable _table = new();

    [Fact]
    public void AtVersion_every_version_is_as_it_was()
    {
        _table.Create();
        for (var i = 1; i <= 12; i++)
        {
            _table.Append(TestTable.File($"f{i}"));
        }

        for (var version = 0; version <= 12; version++)
        {
            Assert.Equal(version, _table.Fresh().AtVersion(version).AllFiles.Count);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    public void AtVersion_outside_the_log_tells_what_there_is(long version)
    {
        CreateThree();
        var error = Assert.Throws<DataPlatformException>(() => _table.Log.AtVersion(version));
        Assert.Equal("DELTA_VERSION_NOT_FOUND", error.Code);
        Assert.Equal(("0", "2"), (error.Parameters["earliest"], error.Parameters["latest"]));
    }

    [Fact]
    public void AtVersion_commits_before_the_checkpoint_cleaned_up_has_the_versions_from_it()
    {
        _table.Create();
        for (var i = 1; i <= 12; i++)
        {
            _table.Append(TestTable.File($"f{i}"));
        }

        for (var version = 0; version < 10; version++)
        {
            File.Delete(_table.CommitPath(version));
        }

        Assert.Equal(11, _table.Fresh().AtVersion(11).AllFiles.Count);
        Assert.Equal("10", Assert.Throws<DataPlatformException>(() => _table.Fresh().AtVersion(9)).Parameters["earliest"]);
        Assert.Equal([12L, 11, 10], _table.Fresh().History().Select(commit => commit.Version));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(59, 0)]
    [InlineData(60, 1)]
    [InlineData(119, 1)]
    [InlineData(120, 2)]
    public void AtTimestamp_is_the_newest_version_not_after_it(int seconds, long version)
    {
        CreateThree();
        Assert.Equal(version, _table.Log.AtTimestamp(new Timestamp(Noon.AddSeconds(seconds))).Version);
    }

    [Theory]
    [InlineData(-1, "DELTA_TIMESTAMP_EARLIER_THAN_COMMIT_RETENTION")]
    [InlineData(121, "DELTA_TIMESTAMP_GREATER_THAN_COMMIT")]
    public void AtTimestamp_outside_the_log_is_an_error(int seconds, string code)
    {
        CreateThree();
        Assert.Equal(code, Assert.Throws<DataPlatformException>(() => _table.Log.AtTimestamp(new Timestamp(Noon.AddSeconds(seconds)))).Code);
    }

    [Fact]
    public void AtTimestamp_file_times_that_go_back_are_pushed_on_by_a_millisecond()
    {
        CreateThree();
        SetTime(1, Noon.AddHours(-5));
        var log = _table.Fresh();
        Assert.Equal(0, log.AtTimestamp(new Timestamp(Noon)).Version);
        Assert.Equal(1, log.AtTimestamp(new Timestamp(Noon.AddMilliseconds(1))).Version);
        Assert.Equal(Noon.AddMilliseconds(1), DateTimeOffset.FromUnixTimeMilliseconds(log.History().Single(commit => commit.Version == 1).Timestamp!.Value).UtcDateTime);
    }

    [Fact]
    public void AtTimestamp_in_commit_timestamps_count_where_they_are_on()
    {
        _table.Create(properties: new Dictionary<string, string> { ["delta.enableInCommitTimestamps"] = "true" });
        var start = _table.Time.Now;
        _table.Append(TestTable.File("a"));
        _table.Time.Now = start.AddMinutes(1);
        _table.Append(TestTable.File("b"));
        SetTime(2, Noon.AddYears(-3));
        var log = _table.Fresh();
        Assert.Equal(new Timestamp(start.AddMinutes(1).UtcDateTime), log.Latest().Timestamp);

        // The clock stood still between the first two: times ascend nevertheless.
        Assert.Equal(0, log.AtTimestamp(new Timestamp(start.UtcDateTime)).Version);
        Assert.Equal(1, log.AtTimestamp(new Timestamp(start.UtcDateTime.AddMilliseconds(1))).Version);
        Assert.Equal([start.AddMinutes(1), start.AddMilliseconds(1), start], log.History().Select(commit => DateTimeOffset.FromUnixTimeMilliseconds(commit.Timestamp!.Value)));
    }

    [Fact]
    public void History_is_newest_first_and_stops_at_the_limit()
    {
        CreateThree();
        var history = _table.Log.History(2).ToList();
        Assert.Equal([2L, 1], history.Select(commit => commit.Version));
        Assert.Equal("WRITE", history[0].Operation);
        Assert.Equal("Append", history[0].OperationParameters["mode"]);
        Assert.Equal(1, history[0].ReadVersion);
        Assert.True(history[0].IsBlindAppend);
    }

    [SkippableFact]
    public void AtTimestamp_upstream_table_with_in_commit_timestamps_has_those_of_its_test()
    {
        Skip.If(UpstreamTable.Root is null, $"set {UpstreamTable.Variable} to a folder with the upstream tables");
        var log = DeltaLog.ForTable(
            UpstreamTable.Named("delta-rs", "cdc_ict_table").Folder, LocalLogStore.Instance, DuckDbParquet.Instance, TimeProvider.System);
        Assert.Equal(new Timestamp(2026, 7, 12, 16, 36, 53, 881_000), log.Latest().Timestamp);
        Assert.Equal(2, log.AtTimestamp(new Timestamp(2026, 7, 12, 16, 36, 52, 175_000)).Version);
    }

    public void Dispose() => _table.Dispose();

    private void CreateThree()
    {
        _table.Create();
        _table.Append(TestTable.File("a"));
        _table.Append(TestTable.File("b"));
        for (var version = 0; version < 3; version++)
        {
            SetTime(version, Noon.AddMinutes(version));
        }
    }

    private void SetTime(long version, DateTime time) => File.SetLastWriteTimeUtc(_table.CommitPath(version), time);
}
