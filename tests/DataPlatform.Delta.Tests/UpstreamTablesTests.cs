namespace DataPlatform.Delta.Tests;

/// <summary>The tables that other Delta projects test with: version, protocol and rows are theirs; what must be refused is refused by its name.</summary>
public sealed class UpstreamTablesTests
{
    private const string NoData = "none";

    private static readonly HashSet<string> EngineFeatures =
    [
        TableFeature.DeletionVectors, TableFeature.ColumnMapping, TableFeature.TypeWidening, TableFeature.TypeWideningPreview,
    ];

    private static readonly HashSet<string> Known = [.. EngineFeatures, TableFeature.TimestampNtz, TableFeature.V2Checkpoint, TableFeature.VacuumProtocolCheck];

    // What the index calls an error, with the code it must have here.
    private static readonly Dictionary<string, string> Errors = new()
    {
        ["err_logs/table_c"] = "DELTA_VERSIONS_NOT_CONTIGUOUS",
        ["err_logs/table_d"] = "DELTA_UNSUPPORTED_FEATURES_FOR_READ",
        ["simple_table_features"] = "DELTA_INVALID_PROTOCOL_VERSION",
        ["crc-malformed"] = "DELTA_PATH_DOES_NOT_EXIST",
        ["data-reader-absolute-paths-escaped-chars"] = "DELTA_STATE_RECOVER_ERROR",
        ["deltalog-invalid-protocol-version"] = "DELTA_INVALID_PROTOCOL_VERSION",
        ["deltalog-state-reconstruction-from-checkpoint-missing-metadata"] = "DELTA_STATE_RECOVER_ERROR",
        ["deltalog-state-reconstruction-without-metadata"] = "DELTA_STATE_RECOVER_ERROR",
        ["no-delta-log-folder"] = "DELTA_PATH_DOES_NOT_EXIST",
        ["versions-not-contiguous"] = "DELTA_VERSIONS_NOT_CONTIGUOUS",
    };

    public static TheoryData<string, string> Tables()
    {
        var tables = new TheoryData<string, string>();
        foreach (var table in UpstreamTable.All().Where(table => table.Name != "log-store-listFrom"))
        {
            tables.Add(table.Source, table.Name);
        }

        if (tables.Count == 0)
        {
            tables.Add(NoData, NoData);
        }

        return tables;
    }

    [SkippableTheory]
    [MemberData(nameof(Tables))]
    public void Latest_upstream_table_is_read_or_refused_by_name(string source, string name)
    {
        Skip.If(source == NoData, $"set {UpstreamTable.Variable} to a folder with the upstream tables");
        var table = UpstreamTable.Named(source, name);
        var log = DeltaLog.ForTable(Locate(table), LocalLogStore.Instance, DuckDbParquet.Instance, TimeProvider.System, EngineFeatures);
        var unknown = table.ReaderFeatures.Where(feature => !Known.Contains(feature)).ToList();
        if (table.IsError)
        {
            Assert.Equal(Errors[name], Assert.Throws<DataPlatformException>(log.Latest).Code);
        }
        else if (unknown.Count > 0)
        {
            var refusal = Assert.Throws<DataPlatformException>(log.Latest);
            Assert.Equal("DELTA_UNSUPPORTED_FEATURES_FOR_READ", refusal.Code);
            Assert.All(unknown, feature => Assert.Contains(feature, refusal.Message, StringComparison.Ordinal));
        }
        else
        {
            CheckSnapshot(table, log.Latest());
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Tables))]
    public void Latest_feature_the_engine_does_not_handle_is_refused_by_name(string source, string name)
    {
        Skip.If(source == NoData, $"set {UpstreamTable.Variable} to a folder with the upstream tables");
        var table = UpstreamTable.Named(source, name);
        var needed = table.ReaderFeatures.Where(EngineFeatures.Contains).ToList();
        if (needed.Count == 0 || table.IsError)
        {
            return;
        }

        var log = DeltaLog.ForTable(Locate(table), LocalLogStore.Instance, DuckDbParquet.Instance, TimeProvider.System);
        var refusal = Record.Exception(() => log.Latest()) as DataPlatformException;
        if (needed is [TableFeature.ColumnMapping] && refusal is null)
        {
            // The feature is listed; the table's mapping mode is none.
            return;
        }

        Assert.Equal("DELTA_UNSUPPORTED_FEATURES_FOR_READ", refusal?.Code);
    }

    private static string Locate(UpstreamTable table)
    {
        var inner = Directory.Exists($"{table.Folder}/_delta_log") ? null : Directory.EnumerateDirectories(table.Folder)
            .FirstOrDefault(folder => Directory.Exists($"{folder}/_delta_log"));
        return inner ?? table.Folder;
    }

    private static void CheckSnapshot(UpstreamTable table, Snapshot snapshot)
    {
        Assert.Equal(table.Version, snapshot.Version);
        Assert.Equal((table.MinReader, table.MinWriter), (snapshot.Protocol.MinReaderVersion, snapshot.Protocol.MinWriterVersion));
        Assert.Equal(table.ReaderFeatures.Order(), (snapshot.Protocol.ReaderFeatures ?? []).Order());
        if (table.Rows is { } rows && !table.IsLogOnly)
        {
            Assert.Equal(rows, snapshot.AllFiles.Sum(file => Rows(snapshot, file)));
        }
    }

    private static long Rows(Snapshot snapshot, AddFile file)
    {
        // The one absolute deletion vector path of the data is a placeholder, its data file is not.
        var rows = file.NumRecords ?? DuckDbParquet.CountRows(file.AbsolutePath(snapshot.TablePath));
        return rows - (file.DeletionVector?.Cardinality ?? 0);
    }
}
