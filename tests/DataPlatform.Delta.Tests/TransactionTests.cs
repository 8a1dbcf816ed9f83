using System.Text.Json;

namespace DataPlatform.Delta.Tests;

public sealed class TransactionTests : IDisposable
{
    private readonly TestTable _table = new();

    [Fact]
    public void Commit_first_version_is_written_as_Spark_writes_it()
    {
        var transaction = _table.Log.Begin();
        transaction.SetMetadata(Metadata.Create(TestTable.DefaultSchema, ["day"], createdTime: 77, name: "n", description: "d"));
        transaction.SetTransaction("app", 3);
        transaction.Add(TestTable.File("a", 2, null, ("day", "2024-01-01")));
        var parameters = new Dictionary<string, string> { ["mode"] = "Overwrite", ["partitionBy"] = "[\"day\"]" };
        transaction.Commit("WRITE", parameters, new Dictionary<string, string> { ["numFiles"] = "1" }, "my \"note\"").OrThrow();
        var lines = File.ReadAllLines(_table.CommitPath(0));
        Assert.Equal(5, lines.Length);
        using var info = JsonDocument.Parse(lines[0]);
        var commit = info.RootElement.GetProperty("commitInfo");
        Assert.Equal(
            ["timestamp", "operation", "operationParameters", "isolationLevel", "isBlindAppend", "operationMetrics", "userMetadata", "engineInfo", "txnId"],
            commit.EnumerateObject().Select(property => property.Name));
        Assert.Equal(ManualTime.Start.ToUnixTimeMilliseconds(), commit.GetProperty("timestamp").GetInt64());
        Assert.Equal("""{"mode":"Overwrite","partitionBy":"[\"day\"]"}""", commit.GetProperty("operationParameters").GetRawText());
        Assert.Equal("""{"numFiles":"1"}""", commit.GetProperty("operationMetrics").GetRawText());
        Assert.Equal("my \"note\"", commit.GetProperty("userMetadata").GetString());
        Assert.Equal("Serializable", commit.GetProperty("isolationLevel").GetString());
        Assert.Equal(transaction.Id, commit.GetProperty("txnId").GetString());
        Assert.Equal("""{"protocol":{"minReaderVersion":1,"minWriterVersion":2}}""", lines[2]);
        Assert.Equal($$$"""{"txn":{"appId":"app","version":3,"lastUpdated":{{{ManualTime.Start.ToUnixTimeMilliseconds()}}}}}""", lines[3]);
        Assert.Equal(
            $$$"""{"add":{"path":"day=2024-01-01/a.parquet","partitionValues":{"day":"2024-01-01"},"size":100,"modificationTime":{{{ManualTime.Start.ToUnixTimeMilliseconds()}}},"dataChange":true,"stats":"{\"numRecords\":2}"}}""",
            lines[4]);
    }

    [Fact]
    public void Commit_remove_carries_what_the_file_was()
    {
        _table.Create(partitionBy: ["day"]);
        _table.Append(TestTable.File("a", 2, null, ("day", null)));
        _table.Remove(_ => true);
        Assert.Equal(
            $$$"""{"remove":{"path":"day=__HIVE_DEFAULT_PARTITION__/a.parquet","deletionTimestamp":{{{ManualTime.Start.ToUnixTimeMilliseconds()}}},"dataChange":true,"extendedFileMetadata":true,"partitionValues":{"day":null},"size":100}}""",
            File.ReadAllLines(_table.CommitPath(2))[1]);
        Assert.Empty(_table.Log.Latest().AllFiles);
    }

    [Fact]
    public void Commit_tells_blind_appends_from_writes_that_read()
    {
        _table.Create();
        _table.Append(TestTable.File("a"));
        var reader = _table.Log.Begin();
        reader.ReadFiles(FilePredicate.Always);
        reader.Add(TestTable.File("b"));
        reader.Commit("WRITE").OrThrow();
        var remover = _table.Log.Begin();
        remover.Remove(remover.Snapshot!.AllFiles.First());
        remover.Commit("DELETE").OrThrow();
        Assert.Equal([false, false, true, true], _table.Log.History().Select(commit => commit.IsBlindAppend));
    }

    [Fact]
    public void Commit_only_rearranging_files_is_under_snapshot_isolation()
    {
        _table.Create();
        _table.Append(TestTable.File("a"));
        var transaction = _table.Log.Begin();
        transaction.Remove(transaction.ReadFiles(FilePredicate.Always).Single(), dataChange: false);
        transaction.Add(TestTable.File("b") with { DataChange = false });
        transaction.Commit("OPTIMIZE").OrThrow();
        Assert.Equal("SnapshotIsolation", _table.Log.History(1).Single().IsolationLevel);
    }

    [Fact]
    public void Commit_twice_is_a_mistake_of_the_caller()
    {
        var transaction = _table.Log.Begin();
        transaction.SetMetadata(Metadata.Create(TestTable.DefaultSchema));
        transaction.Commit("CREATE TABLE");
        Assert.Throws<InvalidOperationException>(() => transaction.Commit("CREATE TABLE"));
    }

    [Fact]
    public void Commit_new_table_without_metadata_is_refused()
    {
        var transaction = _table.Log.Begin();
        transaction.Add(TestTable.File("a"));
        Assert.Equal("DELTA_METADATA_ABSENT", Assert.Throws<DataPlatformException>(() => transaction.Commit("WRITE")).Code);
        Assert.False(_table.Log.Exists);
    }

    [Fact]
    public void Commit_append_only_table_refuses_removes_and_lets_rearranging_pass()
    {
        _table.Create(properties: new Dictionary<string, string> { ["delta.appendOnly"] = "true" });
        _table.Append(TestTable.File("a"));
        var delete = _table.Log.Begin();
        delete.Remove(delete.Snapshot!.AllFiles.Single());
        Assert.Equal("DELTA_CANNOT_MODIFY_APPEND_ONLY", Assert.Throws<DataPlatformException>(() => delete.Commit("DELETE")).Code);
        var compact = _table.Log.Begin();
        compact.Remove(compact.Snapshot!.AllFiles.Single(), dataChange: false);
        compact.Add(TestTable.File("b") with { DataChange = false });
        Assert.Equal(2, compact.Commit("OPTIMIZE").OrThrow().Version);
    }

    [Fact]
    public void Commit_file_without_its_partition_values_is_refused()
    {
        _table.Create(partitionBy: ["day"]);
        var error = Assert.Throws<DataPlatformException>(() => _table.Append(TestTable.File("a")));
        Assert.Equal("DELTA_ADDFILE_PARTITIONING_MISMATCH", error.Code);
        Assert.Equal(0, _table.Log.Latest().Version);
    }

    [Fact]
    public void SetMetadata_timestamps_without_zone_raise_the_protocol_as_Spark_does()
    {
        var created = _table.Create("id BIGINT, at TIMESTAMP_NTZ").Snapshot.Protocol;
        Assert.Equal((3, 7), (created.MinReaderVersion, created.MinWriterVersion));
        Assert.Equal(["timestampNtz"], created.ReaderFeatures);
        Assert.Equal(["appendOnly", "invariants", "timestampNtz"], created.WriterFeatures!.Order());
    }

    [Theory]
    [InlineData("a BIGINT, A STRING", null, "DELTA_DUPLICATE_COLUMNS_FOUND.DATA")]
    [InlineData("s STRUCT<x: INT, X: INT>", null, "DELTA_DUPLICATE_COLUMNS_FOUND.DATA")]
    [InlineData("`a b` BIGINT", null, "DELTA_INVALID_CHARACTERS_IN_COLUMN_NAMES")]
    [InlineData("s STRUCT<`x=1`: INT>", null, "DELTA_INVALID_CHARACTERS_IN_COLUMN_NAMES")]
    [InlineData("a BIGINT, b INT", "c", "DELTA_PARTITION_COLUMN_NOT_FOUND")]
    [InlineData("a BIGINT, b MAP<INT, ARRAY<VOID>>", null, "DELTA_COMPLEX_TYPE_COLUMN_CONTAINS_NULL_TYPE")]
    [InlineData("a BIGINT", "a", "DELTA_CANNOT_USE_ALL_COLUMNS_FOR_PARTITION")]
    [InlineData("a BIGINT, b ARRAY<INT>", "b", "DELTA_INVALID_PARTITION_COLUMN_TYPE")]
    public void SetMetadata_schema_that_is_no_table_is_refused(string ddl, string? partitionBy, string code)
    {
        var error = Assert.Throws<DataPlatformException>(() => _table.Create(ddl, partitionBy is null ? null : [partitionBy]));
        Assert.Equal(code, error.Code);
        Assert.False(_table.Log.Exists);
    }

    [Theory]
    [InlineData("delta.enableChangeDataFeed", "true", "changeDataFeed")]
    [InlineData("delta.constraints.c", "id > 0", "checkConstraints")]
    [InlineData("delta.columnMapping.mode", "name", "columnMapping")]
    [InlineData("delta.enableDeletionVectors", "true", "deletionVectors")]
    [InlineData("delta.enableRowTracking", "true", "rowTracking")]
    public void SetMetadata_property_of_a_feature_that_is_not_known_is_refused_by_its_name(string key, string value, string feature)
    {
        var error = Assert.Throws<DataPlatformException>(() => _table.Create(properties: new Dictionary<string, string> { [key] = value }));
        Assert.Equal(("DELTA_UNSUPPORTED_FEATURES_FOR_WRITE", feature), (error.Code, error.Parameters["unsupported"]));
    }

    [Fact]
    public void SetTransaction_is_read_back_with_the_version_that_wrote_it()
    {
        _table.Create();
        var first = _table.Log.Begin();
        Assert.Null(first.ReadTransaction("app"));
        first.SetTransaction("app", 41);
        first.Commit("WRITE").OrThrow();
        Assert.Equal(41, _table.Log.Begin().ReadTransaction("app"));
        Assert.Equal(41, _table.Fresh().Latest().LastTransactionVersion("app"));
    }

    [Fact]
    public void SetDomain_raises_the_protocol_and_is_read_back()
    {
        _table.Create();
        var transaction = _table.Log.Begin();
        transaction.SetDomain(new DomainMetadata("my.domain", "{\"a\":1}"));
        var snapshot = transaction.Commit("SET DOMAIN").OrThrow().Snapshot;
        Assert.Equal("{\"a\":1}", snapshot.Domains["my.domain"].Configuration);
        Assert.Equal(["appendOnly", "domainMetadata", "invariants"], snapshot.Protocol.WriterFeatures!.Order());
        Assert.Equal(1, snapshot.Protocol.MinReaderVersion);
    }

    [Fact]
    public void Begin_snapshot_of_another_table_is_a_mistake_of_the_caller()
    {
        using var other = new TestTable();
        other.Create();
        Assert.Throws<ArgumentException>(() => _table.Log.Begin(other.Log.Latest()));
    }

    public void Dispose() => _table.Dispose();
}
