namespace DataPlatform.Delta.Tests;

/// <summary>All that a snapshot holds as text, so that two of different descent can be compared.</summary>
public static class SnapshotText
{
    public static string Of(Snapshot snapshot)
    {
        var lines = new List<string>
        {
            $"{snapshot.Version} {snapshot.Protocol.MinReaderVersion}/{snapshot.Protocol.MinWriterVersion} {snapshot.Protocol.WriterFeatures}",
            $"{snapshot.Metadata.Id} {snapshot.Metadata.SchemaString} {snapshot.Metadata.PartitionColumns} {Map(snapshot.Metadata.Properties!)}",
        };
        lines.AddRange(snapshot.AppTransactions.Values.Select(transaction => transaction.ToString()).Order());
        lines.AddRange(snapshot.Domains.Values.Select(domain => domain.ToString()).Order());
        lines.AddRange(snapshot.AllFiles
            .Select(file => $"{file.Path} {Map(file.PartitionValues)} {file.Size} {file.ModificationTime} {file.Stats} {Map(file.Tags)} {file.DeletionVector}")
            .Order(StringComparer.Ordinal));
        lines.AddRange(snapshot.State.Tombstones.Keys.Select(key => $"removed {key}").Order(StringComparer.Ordinal));
        return string.Join('\n', lines);
    }

    private static string Map(IReadOnlyDictionary<string, string?>? map) =>
        map is null ? "" : string.Join(',', map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={entry.Value ?? "null"}"));
}
