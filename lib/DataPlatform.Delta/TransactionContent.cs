namespace DataPlatform.Delta;

/// <summary>What a transaction read and what it changes.</summary>
internal sealed class TransactionContent
{
    public const string Serializable = "Serializable";
    public const string WriteSerializable = "WriteSerializable";
    public const string SnapshotIsolation = "SnapshotIsolation";

    public bool ReadsWholeTable { get; set; }

    public List<(FilePredicate Predicate, TimeZoneInfo Zone)> ReadPredicates { get; } = [];

    public HashSet<FileKey> ReadFiles { get; } = [];

    public HashSet<string> ReadApplications { get; } = [];

    public Protocol? Protocol { get; set; }

    public Metadata? Metadata { get; set; }

    public Dictionary<string, AppTransaction> Transactions { get; } = [];

    public Dictionary<string, DomainMetadata> Domains { get; } = [];

    public List<FileAction> Files { get; } = [];

    public bool IsBlindAppend => !ReadsWholeTable && ReadPredicates.Count == 0 && Files.TrueForAll(file => file.Add is not null);

    private bool OnlyRearranges => Files.Count > 0 && Files.TrueForAll(file => !(file.Add?.DataChange ?? file.Remove!.DataChange));

    /// <summary>The isolation that this transaction is checked under: rearranging files reads nothing that others could change.</summary>
    public string IsolationLevel(Metadata metadata) =>
        OnlyRearranges ? SnapshotIsolation
        : metadata.Properties.TryGetValue(TableProperties.IsolationLevel, out var level) ? level
        : Serializable;

    public void Check(string tablePath, Metadata metadata)
    {
        if (TableProperties.IsTrue(metadata, TableProperties.AppendOnly) && Files.Exists(file => file.Remove is { DataChange: true }))
        {
            throw DeltaErrors.AppendOnly(tablePath);
        }

        var columns = metadata.PartitionColumns
            .Select(column => metadata.Schema.Find(column) is { } field ? ColumnMapping.PhysicalName(metadata, field) : column)
            .ToHashSet();
        foreach (var file in Files)
        {
            if (file.Add is { } add && !columns.SetEquals(add.PartitionValues.Keys))
            {
                throw DeltaErrors.AddFilePartitioning(add.Path, add.PartitionValues.Keys, columns);
            }
        }
    }

    /// <summary>All changes as lines of the log.</summary>
    public ReadOnlyMemory<byte> Lines()
    {
        var writer = new ActionWriter();
        if (Metadata is { } metadata)
        {
            writer.Write(metadata);
        }

        if (Protocol is { } protocol)
        {
            writer.Write(protocol);
        }

        foreach (var transaction in Transactions.Values)
        {
            writer.Write(transaction);
        }

        foreach (var domain in Domains.Values)
        {
            writer.Write(domain);
        }

        foreach (var file in Files)
        {
            if (file.Add is { } add)
            {
                writer.Write(add);
            }
            else
            {
                writer.Write(file.Remove!);
            }
        }

        return writer.Content;
    }
}
