namespace DataPlatform.Delta;

/// <summary>What the log says up to some version, by action reconciliation (PROTOCOL.md, "Action Reconciliation"). Built up by one thread, then only read.</summary>
internal sealed class TableState
{
    public TableState()
    {
        Files = [];
        Tombstones = [];
        Transactions = [];
        Domains = [];
    }

    private TableState(TableState other)
    {
        Files = new Dictionary<FileKey, AddFile>(other.Files);
        Tombstones = new Dictionary<FileKey, RemoveFile>(other.Tombstones);
        Transactions = new Dictionary<string, AppTransaction>(other.Transactions);
        Domains = new Dictionary<string, DomainMetadata>(other.Domains);
        Protocol = other.Protocol;
        Metadata = other.Metadata;
        InCommitTimestamp = other.InCommitTimestamp;
    }

    public Dictionary<FileKey, AddFile> Files { get; }

    public Dictionary<FileKey, RemoveFile> Tombstones { get; }

    public Dictionary<string, AppTransaction> Transactions { get; }

    public Dictionary<string, DomainMetadata> Domains { get; }

    public Protocol? Protocol { get; set; }

    public Metadata? Metadata { get; set; }

    /// <summary>The time that the last commit applied says of itself; null where it says none.</summary>
    public long? InCommitTimestamp { get; private set; }

    public TableState Copy() => new(this);

    /// <summary>Applies a later commit, or a part of a checkpoint.</summary>
    public void Apply(LogActions actions)
    {
        Protocol = actions.Protocol ?? Protocol;
        Metadata = actions.Metadata ?? Metadata;
        InCommitTimestamp = actions.CommitInfo?.InCommitTimestamp;
        foreach (var transaction in actions.Transactions)
        {
            Transactions[transaction.AppId] = transaction;
        }

        foreach (var domain in actions.Domains)
        {
            Apply(domain);
        }

        foreach (var file in actions.Files)
        {
            Apply(file);
        }
    }

    public void Apply(FileAction file)
    {
        if (file.Add is { } add)
        {
            var key = add.Key;
            Tombstones.Remove(key);
            Files[key] = add;
        }
        else if (file.Remove is { } remove)
        {
            var key = remove.Key;
            Files.Remove(key);
            Tombstones[key] = remove;
        }
    }

    public void Apply(DomainMetadata domain)
    {
        if (domain.Removed)
        {
            Domains.Remove(domain.Domain);
        }
        else
        {
            Domains[domain.Domain] = domain;
        }
    }
}
