namespace DataPlatform.Delta.Tests;

/// <summary>A damaged log is told with the file and the version; nothing is read past the damage.</summary>
public sealed class CorruptLogTests : IDisposable
{
    private readonly TestTable _table = new();

    public CorruptLogTests()
    {
        _table.Create();
        _table.Append(TestTable.File("a"));
        _table.Append(TestTable.File("b"));
    }

    [Fact]
    public void Latest_missing_commit_in_the_middle_is_a_gap()
    {
        File.Delete(_table.CommitPath(1));
        var error = Fails("DELTA_VERSIONS_NOT_CONTIGUOUS");
        Assert.Equal(("0", "2"), (error.Parameters["startVersion"], error.Parameters["endVersion"]));
    }

    [Fact]
    public void Latest_first_commit_missing_is_a_truncated_log()
    {
        File.Delete(_table.CommitPath(0));
        Assert.Equal("1", Fails("DELTA_TRUNCATED_TRANSACTION_LOG").Parameters["firstVersion"]);
    }

    [Fact]
    public void Latest_gap_after_the_checkpoint_is_a_gap_though_older_commits_are_there()
    {
        for (var i = 3; i <= 12; i++)
        {
            _table.Append(TestTable.File($"f{i}"));
        }

        File.Delete(_table.CommitPath(11));
        Assert.Equal("12", Fails("DELTA_VERSIONS_NOT_CONTIGUOUS").Parameters["endVersion"]);
    }

    [Theory]
    [InlineData("{\"add\":{\"path\":\"x\",\"partitionVal")]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("{\"add\":{\"partitionValues\":{},\"size\":1}}")]
    [InlineData("{\"add\":{\"path\":\"x\",\"size\":\"many\"}}")]
    [InlineData("{\"protocol\":{\"minReaderVersion\":\"1\"}}")]
    [InlineData("{\"add\":{\"path\":\"x\",\"deletionVector\":{\"storageType\":\"i\",\"pathOrInlineDv\":\"\",\"sizeInBytes\":4294967296}}}")]
    [InlineData("{\"add\":null} trailing")]
    public void Latest_line_that_is_no_action_is_told_with_file_version_and_line(string line)
    {
        File.AppendAllText(_table.CommitPath(2), line);
        var error = Fails("DELTA_LOG_FILE_BROKEN");
        Assert.Equal((_table.CommitPath(2), "2", "3"), (error.Parameters["file"], error.Parameters["version"], error.Parameters["line"]));
    }

    [Fact]
    public void Latest_empty_commit_is_broken()
    {
        File.WriteAllText(_table.CommitPath(2), "");
        Fails("DELTA_LOG_FILE_BROKEN");
    }

    [Theory]
    [InlineData("protocol")]
    [InlineData("metaData")]
    public void Latest_no_protocol_or_metadata_is_an_error(string action)
    {
        var lines = File.ReadAllLines(_table.CommitPath(0)).Where(line => !line.StartsWith($"{{\"{action}\"", StringComparison.Ordinal));
        File.WriteAllLines(_table.CommitPath(0), lines);
        var error = Fails("DELTA_STATE_RECOVER_ERROR");
        Assert.Equal(action.ToLowerInvariant(), error.Parameters["operation"]);
        Assert.Equal("2", error.Parameters["version"]);
    }

    [Fact]
    public void Latest_schema_that_is_none_is_an_error()
    {
        File.WriteAllText(_table.CommitPath(0), File.ReadAllText(_table.CommitPath(0)).Replace("\\\"long\\\"", "\\\"lang\\\"", StringComparison.Ordinal));
        Assert.Equal("INVALID_JSON_DATA_TYPE", Assert.Throws<DataPlatformException>(() => _table.Fresh().Latest().Schema).Code);
    }

    [Fact]
    public void AtVersion_damage_in_later_versions_does_no_harm()
    {
        File.WriteAllText(_table.CommitPath(2), "{");
        Assert.Single(_table.Fresh().AtVersion(1).AllFiles);
    }

    [Fact]
    public void Begin_damaged_log_fails_and_changes_nothing()
    {
        File.WriteAllText(_table.CommitPath(2), "{");
        var before = Directory.EnumerateFiles(_table.LogPath).Order().ToList();
        Assert.Throws<DataPlatformException>(() => TestTable.Append(_table.Fresh(), TestTable.File("c")));
        Assert.Equal(before, Directory.EnumerateFiles(_table.LogPath).Order());
    }

    public void Dispose() => _table.Dispose();

    private DataPlatformException Fails(string code)
    {
        var error = Assert.Throws<DataPlatformException>(_table.Fresh().Latest);
        Assert.Equal(code, error.Code);
        return error;
    }
}
