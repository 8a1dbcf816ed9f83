namespace DataPlatform.Delta.Tests;

/// <summary>What a commit comes to where the store fails, or answers late, or not at all.</summary>
public sealed class CommitOutcomeTests : IDisposable
{
    private readonly FaultyStore _store = new();
    private readonly TestTable _table;

    public CommitOutcomeTests()
    {
        _table = new TestTable(_store);
        _table.Create();
    }

    [Fact]
    public void Commit_time_out_after_the_file_was_written_is_found_to_be_its_own()
    {
        FailOnce(after: true);
        Assert.Equal(1, _table.Append(TestTable.File("a")).Version);
        Assert.Equal(["a"], _table.FileNames(_table.Fresh().Latest()));
        Assert.Equal(1, _table.Fresh().Latest().Version);
    }

    [Fact]
    public void Commit_time_out_before_the_file_was_written_is_put_again()
    {
        FailOnce(after: false);
        Assert.Equal(1, _table.Append(TestTable.File("a")).Version);
        Assert.Equal(["a"], _table.FileNames(_table.Fresh().Latest()));
    }

    [Fact]
    public void Commit_unknown_outcome_as_a_value_is_resolved_too()
    {
        var first = true;
        _store.OnPutIfAbsent = (_, put) =>
        {
            put();
            var outcome = first ? PutOutcome.Unknown : PutOutcome.AlreadyExists;
            first = false;
            return outcome;
        };
        Assert.Equal(1, _table.Append(TestTable.File("a")).Version);
    }

    [Fact]
    public void Commit_time_out_while_another_won_takes_the_next_version()
    {
        var transaction = _table.Log.Begin();
        transaction.Add(TestTable.File("mine"));
        var first = true;
        _store.OnPutIfAbsent = (_, put) =>
        {
            if (!first)
            {
                return put();
            }

            first = false;
            TestTable.Append(_table.Fresh(), TestTable.File("other")).OrThrow();
            throw new TimeoutException("No answer.");
        };
        Assert.Equal(2, transaction.Commit("WRITE").OrThrow().Version);
        Assert.Equal(["mine", "other"], _table.FileNames(_table.Fresh().Latest()));
    }

    [Fact]
    public void Commit_file_of_the_first_put_comes_late_is_found_to_be_its_own()
    {
        var calls = 0;
        _store.OnPutIfAbsent = (_, put) =>
        {
            calls++;
            if (calls == 1)
            {
                throw new IOException("Connection lost.");
            }

            // By now the first request has reached the storage.
            return calls == 2 && put() == PutOutcome.Created ? put() : throw new InvalidOperationException("Put once too often.");
        };
        Assert.Equal(1, _table.Append(TestTable.File("a")).Version);
        Assert.Equal(1, _table.Fresh().Latest().Version);
    }

    [Fact]
    public void Commit_store_never_answers_is_unknown_and_transient()
    {
        _store.OnPutIfAbsent = (_, _) => throw new TimeoutException("No answer.");
        var result = Assert.IsType<CommitResult.Unknown>(TestTable.Append(_table.Log, TestTable.File("a")));
        Assert.Equal(1, result.Version);
        var error = Assert.Throws<DataPlatformException>(result.OrThrow);
        Assert.Equal("DELTA_COMMIT_OUTCOME_UNKNOWN", error.Code);
        Assert.True(error.IsTransient);
        Assert.IsType<TimeoutException>(error.InnerException);
    }

    [Fact]
    public void Commit_store_refuses_to_write_fails_at_once_and_leaves_no_version()
    {
        _store.OnPutIfAbsent = (_, _) => throw new DataPlatformException("STORAGE_WRITE_FAILED", "The disk is full.");
        _ = Assert.Throws<DataPlatformException>(() => TestTable.Append(_table.Log, TestTable.File("a")));
        Assert.Equal(2, _store.Puts);
        Assert.Equal(0, _table.Fresh().Latest().Version);
    }

    [Fact]
    public void Commit_checkpoint_fails_the_commit_stands_and_the_failure_is_told()
    {
        _store.OnMove = path => throw new IOException($"No space for {path}.");
        CommitResult.Committed? last = null;
        for (var i = 1; i <= 10; i++)
        {
            last = _table.Append(TestTable.File($"f{i}"));
        }

        Assert.Contains("00000000000000000010.checkpoint.parquet", Assert.IsType<IOException>(last!.CheckpointFailure).Message, StringComparison.Ordinal);
        Assert.Equal(10, _table.Fresh().Latest().AllFiles.Count);
        Assert.DoesNotContain(Directory.EnumerateFiles(_table.LogPath), file => file.Contains("checkpoint", StringComparison.Ordinal));
    }

    [Fact]
    public void Snapshot_reading_back_fails_the_commit_is_still_told()
    {
        var committed = _table.Append(TestTable.File("a"));
        _store.OnRead = _ => throw new IOException("Gone.");
        Assert.Equal(1, committed.Version);
        Assert.Throws<IOException>(() => committed.Snapshot);
        _store.OnRead = null;
        Assert.Single(committed.Snapshot.AllFiles);
    }

    public void Dispose() => _table.Dispose();

    private void FailOnce(bool after)
    {
        var first = true;
        _store.OnPutIfAbsent = (_, put) =>
        {
            if (!first)
            {
                return put();
            }

            first = false;
            if (after)
            {
                put();
            }

            throw new TimeoutException("No answer.");
        };
    }
}
