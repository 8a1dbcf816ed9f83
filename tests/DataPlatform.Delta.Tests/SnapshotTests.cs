using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta.Tests;

public sealed class SnapshotTests : IDisposable
{
    private const string Protocol = """{"protocol":{"minReaderVersion":1,"minWriterVersion":2}}""";

    private const string Metadata =
        """{"metaData":{"id":"t","format":{"provider":"parquet","options":{}},"schemaString":"{\"type\":\"struct\",\"fields\":[{\"name\":\"id\",\"type\":\"long\",\"nullable\":true,\"metadata\":{}}]}","partitionColumns":[],"configuration":{"my.own":"kept"},"createdTime":5}}""";

    private readonly TestTable _table = new();

    [Fact]
    public void Latest_no_table_is_an_error_that_names_the_path()
    {
        Assert.False(_table.Log.Exists);
        var error = Assert.Throws<DataPlatformException>(_table.Log.Latest);
        Assert.Equal("DELTA_PATH_DOES_NOT_EXIST", error.Code);
        Assert.Contains(_table.Path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Latest_reads_every_action_and_passes_over_unknown_ones()
    {
        _table.WriteCommit(
            0,
            """{"commitInfo":{"timestamp":1,"operation":"WRITE","operationParameters":{"a":[1,{"b":2}]},"odd":{"deep":[[]]}}}""",
            Protocol,
            Metadata,
            """{"txn":{"appId":"app","version":7,"lastUpdated":9}}""",
            """{"domainMetadata":{"domain":"my.domain","configuration":"{}","removed":false}}""",
            """{"somethingNew":{"x":[1,2,{"y":null}]}}""",
            """{"cdc":{"path":"c","partitionValues":{},"size":1,"dataChange":false}}""",
            """{"add":{"path":"a%20b.parquet","partitionValues":{"p":null},"size":11,"modificationTime":12,"dataChange":false,"newField":{"z":1},"stats":"{\"numRecords\":3}","tags":{"t":"v"},"baseRowId":4,"defaultRowCommitVersion":5,"clusteringProvider":"me"}}""");
        var snapshot = _table.Log.Latest();
        Assert.Equal(0, snapshot.Version);
        Assert.Equal("kept", snapshot.Metadata.Properties["my.own"]);
        Assert.Equal("id BIGINT", snapshot.Schema.ToDdl());
        Assert.Equal(7, snapshot.LastTransactionVersion("app"));
        Assert.Null(snapshot.LastTransactionVersion("other"));
        Assert.Equal("{}", snapshot.Domains["my.domain"].Configuration);
        var file = Assert.Single(snapshot.AllFiles);
        Assert.Equal($"{_table.Path}/a b.parquet", file.AbsolutePath(snapshot.TablePath));
        Assert.Equal((11, 12, false, 3L, 4L, 5L, "me"), (file.Size, file.ModificationTime, file.DataChange, file.NumRecords, file.BaseRowId, file.DefaultRowCommitVersion, file.ClusteringProvider));
        Assert.Null(file.PartitionValues["p"]);
        Assert.Equal("v", file.Tags!["t"]);
    }

    [Fact]
    public void Latest_file_removed_and_added_again_has_the_last_word()
    {
        _table.WriteCommit(0, Protocol, Metadata, Add("x", 1), Add("y", 1));
        _table.WriteCommit(1, """{"remove":{"path":"x","deletionTimestamp":1,"dataChange":true}}""");
        _table.WriteCommit(2, Add("x", 2), """{"remove":{"path":"y","deletionTimestamp":1,"dataChange":true}}""");
        var file = Assert.Single(_table.Log.Latest().AllFiles);
        Assert.Equal(("x", 2), (file.Path, file.Size));
    }

    [Fact]
    public void Latest_paths_are_compared_decoded_and_without_the_file_scheme()
    {
        _table.WriteCommit(0, Protocol, Metadata, Add("a%20b", 1), Add("/abs/c%2525", 1), Add("d", 1));
        _table.WriteCommit(
            1,
            """{"remove":{"path":"a b","deletionTimestamp":1,"dataChange":true}}""",
            """{"remove":{"path":"file:///abs/c%2525","deletionTimestamp":1,"dataChange":true}}""");
        Assert.Equal("d", Assert.Single(_table.Log.Latest().AllFiles).Path);
    }

    [Fact]
    public void Latest_deletion_vectors_tell_logical_files_apart()
    {
        var log = DeltaLog.ForTable(
            _table.Path, LocalLogStore.Instance, DuckDbParquet.Instance, TimeProvider.System, new HashSet<string> { TableFeature.DeletionVectors });
        const string vector = ""","deletionVector":{"storageType":"u","pathOrInlineDv":"abc","offset":4,"sizeInBytes":40,"cardinality":6}""";
        _table.WriteCommit(
            0,
            """{"protocol":{"minReaderVersion":3,"minWriterVersion":7,"readerFeatures":["deletionVectors"],"writerFeatures":["deletionVectors"]}}""",
            Metadata,
            Add("x", 1));
        _table.WriteCommit(
            1,
            """{"remove":{"path":"x","deletionTimestamp":1,"dataChange":true}}""",
            $$$"""{"add":{"path":"x","partitionValues":{},"size":1,"modificationTime":1,"dataChange":true{{{vector}}}}}""");
        var file = Assert.Single(log.Latest().AllFiles);
        Assert.Equal(new DeletionVectorDescriptor("u", "abc", 4, 40, 6), file.DeletionVector);
        Assert.Equal("uabc@4", file.DeletionVector!.UniqueId);
    }

    [Fact]
    public void Latest_removed_domain_is_gone()
    {
        _table.WriteCommit(0, Protocol, Metadata, """{"domainMetadata":{"domain":"d","configuration":"x","removed":false}}""");
        _table.WriteCommit(1, """{"domainMetadata":{"domain":"d","configuration":"","removed":true}}""");
        Assert.Empty(_table.Log.Latest().Domains);
    }

    [Fact]
    public void Latest_nothing_new_gives_the_same_object_and_something_new_another()
    {
        _table.Create();
        var first = _table.Log.Latest();
        Assert.Same(first, _table.Log.Latest());
        TestTable.Append(_table.Fresh(), TestTable.File("a"));
        var second = _table.Log.Latest();
        Assert.Equal(1, second.Version);
        Assert.Empty(first.AllFiles);
        Assert.Single(second.AllFiles);
    }

    [Fact]
    public void Latest_table_deleted_and_made_anew_is_read_anew()
    {
        _table.Create();
        _table.Append(TestTable.File("a"));
        var before = _table.Log.Latest();
        Directory.Delete(_table.Path, recursive: true);
        Assert.False(_table.Log.Exists);
        _table.Create("other STRING");
        var after = _table.Log.Latest();
        Assert.NotEqual(before.Metadata.Id, after.Metadata.Id);
        Assert.Equal((0, "other STRING"), (after.Version, after.Schema.ToDdl()));
    }

    [Fact]
    public void AppTransactions_retention_set_drops_those_older()
    {
        var now = _table.Time.Now.ToUnixTimeMilliseconds();
        _table.WriteCommit(
            0,
            Protocol,
            Metadata.Replace("\"my.own\":\"kept\"", "\"delta.setTransactionRetentionDuration\":\"interval 1 days\"", StringComparison.Ordinal),
            $$$"""{"txn":{"appId":"old","version":1,"lastUpdated":{{{now - 86_400_001}}}}}""",
            $$$"""{"txn":{"appId":"new","version":2,"lastUpdated":{{{now - 1000}}}}}""",
            """{"txn":{"appId":"undated","version":3}}""");
        Assert.Equal(["new", "undated"], _table.Log.Latest().AppTransactions.Keys.Order());
    }

    [Fact]
    public void Timestamp_is_that_of_the_commit_file()
    {
        _table.Create();
        File.SetLastWriteTimeUtc(_table.CommitPath(0), new DateTime(2023, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc));
        Assert.Equal(new Timestamp(2023, 1, 2, 3, 4, 5, 678_000), _table.Fresh().Latest().Timestamp);
    }

    public void Dispose() => _table.Dispose();

    private static string Add(string path, long size) =>
        $$$"""{"add":{"path":"{{{path}}}","partitionValues":{},"size":{{{size}}},"modificationTime":1,"dataChange":true}}""";
}
