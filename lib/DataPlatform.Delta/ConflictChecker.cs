namespace DataPlatform.Delta;

/// <summary>Tells whether a commit that came first collides with a transaction, by Spark's rules in Spark's order.</summary>
internal sealed class ConflictChecker(DeltaLog log, TransactionContent content, Metadata metadata, string isolationLevel)
{
    private readonly HashSet<FileKey> _removed = [.. content.Files.Where(file => file.Remove is not null).Select(file => file.Remove!.Key)];

    /// <summary>The first collision; null where there is none.</summary>
    public CommitResult.Conflicted? Check(LogActions winner, long version) =>
        Protocol(winner, version) ??
        (winner.Metadata is not null ? Conflict(ConflictKind.MetadataChanged, winner, version, "") : null) ??
        ChangedDomain(winner, version) ??
        Applications(winner, version) ??
        AddedFiles(winner, version) ??
        RemovedFiles(winner, version);

    private CommitResult.Conflicted? Protocol(LogActions winner, long version)
    {
        if (winner.Protocol is not { } protocol)
        {
            return null;
        }

        log.Gate.CheckRead(protocol, winner.Metadata ?? metadata);
        log.Gate.CheckWrite(protocol, winner.Metadata ?? metadata);
        return content.Protocol is not null ? Conflict(ConflictKind.ProtocolChanged, winner, version, "") : null;
    }

    private CommitResult.Conflicted? ChangedDomain(LogActions winner, long version)
    {
        var same = winner.Domains.Find(domain => content.Domains.ContainsKey(domain.Domain));
        return same is null ? null : Conflict(ConflictKind.DomainMetadataChanged, winner, version, $"domain {same.Domain}");
    }

    private CommitResult.Conflicted? Applications(LogActions winner, long version)
    {
        var same = winner.Transactions.Find(transaction =>
            content.ReadApplications.Contains(transaction.AppId) || content.Transactions.ContainsKey(transaction.AppId));
        return same is null ? null : Conflict(ConflictKind.ConcurrentTransaction, winner, version, $"application {same.AppId}");
    }

    private CommitResult.Conflicted? AddedFiles(LogActions winner, long version)
    {
        var isBlindAppend = winner.CommitInfo?.IsBlindAppend == true;
        var looksAtAdded = isolationLevel switch
        {
            TransactionContent.SnapshotIsolation => false,
            TransactionContent.WriteSerializable => !isBlindAppend || content.Metadata is not null,
            _ => true,
        };
        var missed = looksAtAdded ? winner.Adds.FirstOrDefault(WouldHaveBeenRead) : null;
        return missed is null ? null : Conflict(ConflictKind.ConcurrentAppend, winner, version, $"file {missed.Path}");
    }

    private CommitResult.Conflicted? RemovedFiles(LogActions winner, long version)
    {
        var read = winner.Removes.FirstOrDefault(remove => content.ReadsWholeTable || content.ReadFiles.Contains(remove.Key));
        if (read is not null)
        {
            return Conflict(ConflictKind.ConcurrentDeleteRead, winner, version, $"file {read.Path}");
        }

        var removed = winner.Removes.FirstOrDefault(remove => _removed.Contains(remove.Key));
        return removed is null ? null : Conflict(ConflictKind.ConcurrentDeleteDelete, winner, version, $"file {removed.Path}");
    }

    // As in Spark, by partition values alone: what was read is known by condition, and statistics of files never seen do not count.
    private bool WouldHaveBeenRead(AddFile file) => content.ReadsWholeTable || content.ReadPredicates.Exists(
        read => new FilePruner(metadata, read.Zone, partitionsOnly: true).Match(read.Predicate, file) != FileMatch.None);

    private CommitResult.Conflicted Conflict(ConflictKind kind, LogActions winner, long version, string detail) =>
        new(kind, log.TablePath, (winner.CommitInfo ?? new CommitInfo()) with { Version = version }, detail);
}
