using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta.Tests;

/// <summary>Which commits that came first stop a transaction: Spark's rules, one by one, and that everything else is tried again.</summary>
public sealed class ConflictTests : IDisposable
{
    private readonly TestTable _table = new();

    public ConflictTests()
    {
        _table.Create("id BIGINT, day STRING", ["day"]);
        _table.Append(TestTable.File("a", 1, null, ("day", "mon")), TestTable.File("b", 1, null, ("day", "tue")));
    }

    [Fact]
    public void Commit_append_after_another_append_takes_the_next_version()
    {
        var loser = Begin();
        Win(winner => winner.Add(File("x", "mon")));
        loser.Add(File("y", "mon"));
        Assert.Equal(3, loser.Commit("WRITE").OrThrow().Version);
        Assert.Equal(["a", "b", "x", "y"], _table.FileNames());
        Assert.Equal(1, _table.Log.History(1).Single().ReadVersion);
    }

    [Fact]
    public void Commit_append_after_a_delete_takes_the_next_version()
    {
        var loser = Begin();
        Win(winner => winner.Remove(winner.ReadFiles(FilePredicate.Always)[0]));
        loser.Add(File("y", "mon"));
        Assert.Equal(3, loser.Commit("WRITE").OrThrow().Version);
    }

    [Fact]
    public void Commit_whole_table_read_and_files_added_is_ConcurrentAppend()
    {
        var loser = Begin();
        Win(winner => winner.Add(File("x", "mon")));
        loser.ReadWholeTable();
        loser.Add(File("y", "mon"));
        var conflict = Conflicts(loser, ConflictKind.ConcurrentAppend, "DELTA_CONCURRENT_APPEND");
        Assert.Equal((2, "WIN"), (conflict.WinningVersion, conflict.Winner.Operation));
        Assert.Equal(["a", "b", "x"], _table.FileNames());
    }

    [Theory]
    [InlineData("mon", true)]
    [InlineData("tue", false)]
    public void Commit_partition_read_conflicts_only_with_files_added_to_it(string winnersDay, bool conflicts)
    {
        var loser = Begin();
        Win(winner => winner.Add(File("x", winnersDay)));
        Overwrite(loser, "mon");
        if (conflicts)
        {
            Conflicts(loser, ConflictKind.ConcurrentAppend, "DELTA_CONCURRENT_APPEND");
        }
        else
        {
            Assert.Equal(3, loser.Commit("WRITE").OrThrow().Version);
        }
    }

    [Fact]
    public void Commit_condition_on_data_conflicts_with_any_file_added_as_in_Spark()
    {
        var loser = Begin();
        Win(winner => winner.Add(TestTable.File("x", 1, """{"numRecords":1,"minValues":{"id":5},"maxValues":{"id":5}}""", ("day", "wed"))));
        loser.ReadFiles(new FilePredicate.Comparison(["id"], ComparisonOperator.Equal, 1L));
        loser.Add(File("y", "mon"));
        Conflicts(loser, ConflictKind.ConcurrentAppend, "DELTA_CONCURRENT_APPEND");
    }

    [Fact]
    public void Commit_WriteSerializable_lets_blind_appends_pass_and_no_other()
    {
        SetIsolation("WriteSerializable");
        var first = Begin();
        Win(winner => winner.Add(File("x", "mon")));
        Overwrite(first, "mon");
        first.Commit("WRITE").OrThrow();
        var second = Begin();
        Win(winner =>
        {
            winner.ReadWholeTable();
            winner.Add(File("z", "mon"));
        });
        Overwrite(second, "mon");
        Conflicts(second, ConflictKind.ConcurrentAppend, "DELTA_CONCURRENT_APPEND");
    }

    [Fact]
    public void Commit_rearranging_files_does_not_conflict_with_appends()
    {
        var loser = Begin();
        Win(winner => winner.Add(File("x", "mon")));
        foreach (var file in loser.ReadFiles(FilePredicate.Always))
        {
            loser.Remove(file, dataChange: false);
            loser.Add(File($"{file.Size}{file.GetHashCode()}", file.PartitionValues["day"]!) with { DataChange = false });
        }

        Assert.Equal(3, loser.Commit("OPTIMIZE").OrThrow().Version);
    }

    [Fact]
    public void Commit_file_that_was_read_is_removed_is_ConcurrentDeleteRead()
    {
        var loser = Begin();
        Win(winner => winner.Remove(Day(winner.Snapshot!, "mon")));
        loser.ReadFiles(DayIs("mon"));
        loser.Add(File("y", "tue"));
        Conflicts(loser, ConflictKind.ConcurrentDeleteRead, "DELTA_CONCURRENT_DELETE_READ");
    }

    [Fact]
    public void Commit_other_file_is_removed_is_no_conflict()
    {
        var loser = Begin();
        Win(winner => winner.Remove(Day(winner.Snapshot!, "tue")));
        Overwrite(loser, "mon");
        Assert.Equal(3, loser.Commit("WRITE").OrThrow().Version);
    }

    [Fact]
    public void Commit_same_file_removed_by_both_is_ConcurrentDeleteDelete()
    {
        var loser = Begin();
        Win(winner => winner.Remove(Day(winner.Snapshot!, "mon")));
        loser.Remove(Day(loser.Snapshot!, "mon"));
        Conflicts(loser, ConflictKind.ConcurrentDeleteDelete, "DELTA_CONCURRENT_DELETE_DELETE");
    }

    [Fact]
    public void Commit_metadata_changed_stops_even_a_blind_append()
    {
        var loser = Begin();
        Win(winner => winner.SetMetadata(winner.Metadata!.WithSchema(StructType.FromDdl("id BIGINT, day STRING, more INT"))));
        loser.Add(File("y", "mon"));
        Conflicts(loser, ConflictKind.MetadataChanged, "DELTA_METADATA_CHANGED");
    }

    [Fact]
    public void Commit_protocol_changed_by_both_is_ProtocolChanged()
    {
        var loser = Begin();
        Win(winner => winner.SetProtocol(new Protocol(1, 7, null, ["appendOnly", "invariants", "domainMetadata"])));
        loser.SetProtocol(new Protocol(1, 7, null, ["appendOnly", "invariants", "vacuumProtocolCheck"]));
        Conflicts(loser, ConflictKind.ProtocolChanged, "DELTA_PROTOCOL_CHANGED");
    }

    [Fact]
    public void Commit_table_made_by_another_is_ProtocolChanged()
    {
        using var table = new TestTable();
        var loser = table.Fresh().Begin();
        table.Create();
        loser.SetMetadata(Metadata.Create(TestTable.DefaultSchema));
        var conflict = Assert.IsType<CommitResult.Conflicted>(loser.Commit("CREATE TABLE"));
        Assert.Equal((ConflictKind.ProtocolChanged, 0), (conflict.Kind, conflict.WinningVersion));
    }

    [Fact]
    public void Commit_newer_protocol_set_by_another_is_refused_by_the_features_name()
    {
        var loser = Begin();
        _table.WriteCommit(2, """{"protocol":{"minReaderVersion":3,"minWriterVersion":7,"readerFeatures":["newThing"],"writerFeatures":["newThing"]}}""");
        loser.Add(File("y", "mon"));
        var error = Assert.Throws<DataPlatformException>(() => loser.Commit("WRITE"));
        Assert.Equal(("DELTA_UNSUPPORTED_FEATURES_FOR_READ", "newThing"), (error.Code, error.Parameters["unsupported"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Commit_same_application_committed_is_ConcurrentTransaction(bool readFirst)
    {
        var loser = Begin();
        Win(winner => winner.SetTransaction("app", 1));
        if (readFirst)
        {
            loser.ReadTransaction("app");
        }
        else
        {
            loser.SetTransaction("app", 1);
        }

        loser.Add(File("y", "mon"));
        Conflicts(loser, ConflictKind.ConcurrentTransaction, "DELTA_CONCURRENT_TRANSACTION");
    }

    [Fact]
    public void Commit_same_domain_changed_is_DomainMetadataChanged()
    {
        Win(winner => winner.SetDomain(new DomainMetadata("d", "0")));
        var loser = Begin();
        Win(winner => winner.SetDomain(new DomainMetadata("d", "1")));
        loser.SetDomain(new DomainMetadata("d", "2"));
        Conflicts(loser, ConflictKind.DomainMetadataChanged, "DELTA_DOMAIN_METADATA_CHANGED");
    }

    [Fact]
    public void Commit_several_collisions_tells_the_first_in_Sparks_order()
    {
        var loser = Begin();
        Win(winner =>
        {
            winner.SetTransaction("app", 1);
            winner.Add(File("x", "mon"));
            winner.Remove(Day(winner.Snapshot!, "mon"));
        });
        loser.SetTransaction("app", 1);
        loser.ReadWholeTable();
        loser.Remove(Day(loser.Snapshot!, "mon"));
        Conflicts(loser, ConflictKind.ConcurrentTransaction, "DELTA_CONCURRENT_TRANSACTION");
    }

    public void Dispose() => _table.Dispose();

    private static AddFile File(string name, string day) => TestTable.File(name, 1, null, ("day", day));

    private static FilePredicate.Comparison DayIs(string day) => new(["day"], ComparisonOperator.Equal, day);

    private static AddFile Day(Snapshot snapshot, string day) => snapshot.AllFiles.Single(file => file.PartitionValues["day"] == day);

    private static void Overwrite(Transaction transaction, string day)
    {
        foreach (var file in transaction.ReadFiles(DayIs(day)))
        {
            transaction.Remove(file);
        }

        transaction.Add(File($"new-{Guid.NewGuid():N}", day));
    }

    private static CommitResult.Conflicted Conflicts(Transaction loser, ConflictKind kind, string code)
    {
        var conflict = Assert.IsType<CommitResult.Conflicted>(loser.Commit("WRITE"));
        Assert.Equal(kind, conflict.Kind);
        var error = Assert.Throws<DataPlatformException>(conflict.OrThrow);
        Assert.Equal(code, error.Code);
        Assert.True(error.IsTransient);
        return conflict;
    }

    private Transaction Begin() => _table.Fresh().Begin();

    private void Win(Action<Transaction> change)
    {
        var winner = _table.Fresh().Begin();
        change(winner);
        winner.Commit("WIN").OrThrow();
    }

    private void SetIsolation(string level) => Win(winner => winner.SetMetadata(
        winner.Metadata! with { Properties = new Dictionary<string, string> { ["delta.isolationLevel"] = level } }));
}
