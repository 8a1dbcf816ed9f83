using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta.Tests;

/// <summary>A table of a test: its folder, its log and short ways to commit. Data files are named and never written: the log does not look at them.</summary>
public sealed class TestTable : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TestTable(ILogStore? store = null, IReadOnlySet<string>? engineFeatures = null)
    {
        Store = store ?? LocalLogStore.Instance;
        Log = DeltaLog.ForTable(Path, Store, DuckDbParquet.Instance, Time, engineFeatures);
    }

    public static StructType DefaultSchema { get; } = StructType.FromDdl("id BIGINT, name STRING, day DATE");

    public string Path => $"{_folder.Path}/table";

    public string LogPath => $"{Path}/_delta_log";

    public ManualTime Time { get; } = new(ManualTime.Start);

    public ILogStore Store { get; }

    public DeltaLog Log { get; }

    /// <summary>A log that remembers nothing.</summary>
    public DeltaLog Fresh(ILogStore? store = null) => DeltaLog.ForTable(Path, store ?? LocalLogStore.Instance, DuckDbParquet.Instance, Time);

    public static AddFile File(string name, long rows = 1, string? stats = null, params (string Column, string? Value)[] partition) => AddFile.Create(
        $"{PartitionPath.Of(partition.Select(p => KeyValuePair.Create(p.Column, p.Value)))}{name}.parquet",
        partition.ToDictionary(p => p.Column, p => p.Value),
        size: 100,
        modificationTime: ManualTime.Start.ToUnixTimeMilliseconds(),
        stats ?? $$"""{"numRecords":{{rows}}}""");

    public CommitResult.Committed Create(string? ddl = null, string[]? partitionBy = null, Dictionary<string, string>? properties = null)
    {
        var transaction = Log.Begin();
        transaction.SetMetadata(Metadata.Create(ddl is null ? DefaultSchema : StructType.FromDdl(ddl), partitionBy, properties));
        return transaction.Commit("CREATE TABLE").OrThrow();
    }

    public CommitResult.Committed Append(params AddFile[] files) => Append(Log, files).OrThrow();

    public static CommitResult Append(DeltaLog log, params AddFile[] files)
    {
        var transaction = log.Begin();
        foreach (var file in files)
        {
            transaction.Add(file);
        }

        return transaction.Commit("WRITE", new Dictionary<string, string> { ["mode"] = "Append", ["partitionBy"] = "[]" });
    }

    public CommitResult.Committed Remove(Func<AddFile, bool> which)
    {
        var transaction = Log.Begin();
        foreach (var file in transaction.ReadFiles(FilePredicate.Always).Where(which))
        {
            transaction.Remove(file);
        }

        return transaction.Commit("DELETE").OrThrow();
    }

    public IEnumerable<string> FileNames(Snapshot? snapshot = null) =>
        (snapshot ?? Log.Latest()).AllFiles.Select(file => file.Path.Split('/')[^1].Replace(".parquet", "", StringComparison.Ordinal)).Order();

    public string CommitPath(long version) => $"{LogPath}/{version:D20}.json";

    public void WriteCommit(long version, params string[] lines)
    {
        Directory.CreateDirectory(LogPath);
        System.IO.File.WriteAllText(CommitPath(version), string.Concat(lines.Select(line => line + "\n")));
    }

    public void Dispose() => _folder.Dispose();
}
