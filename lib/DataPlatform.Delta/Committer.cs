namespace DataPlatform.Delta;

/// <summary>Brings one transaction into the log.</summary>
internal sealed class Committer(DeltaLog log, Snapshot? snapshot, TransactionContent content, Metadata metadata, CommitInfo info)
{
    private const int DefaultCheckpointInterval = 10;
    private const int MaxReadBacks = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);

    private readonly ReadOnlyMemory<byte> _lines = content.Lines();
    private readonly ConflictChecker _conflicts = new(log, content, metadata, info.IsolationLevel!);
    private long _previousTimestamp = snapshot?.TimestampMilliseconds ?? 0;

    public CommitResult Commit()
    {
        for (var version = (snapshot?.Version ?? -1) + 1; ; version++)
        {
            var outcome = Put(version, out var failure);
            if (outcome == PutOutcome.Created)
            {
                return new CommitResult.Committed(version, () => log.Committed(version), Checkpoint(version));
            }

            if (outcome == PutOutcome.Unknown)
            {
                return new CommitResult.Unknown(log.TablePath, version, failure);
            }

            var winner = CommitFile.Read(log.Store, LogFileName.Commit(log.LogPath, version), version);
            if (_conflicts.Check(winner, version) is { } conflict)
            {
                return conflict;
            }

            _previousTimestamp = winner.CommitInfo?.InCommitTimestamp ?? _previousTimestamp;
        }
    }

    private byte[] Content()
    {
        var now = log.Time.GetUtcNow().ToUnixTimeMilliseconds();
        var inCommit = metadata.InCommitTimestampsEnabled ? Math.Max(now, _previousTimestamp + 1) : (long?)null;
        var writer = new ActionWriter();
        writer.Write(info with { Timestamp = inCommit ?? now, InCommitTimestamp = inCommit });
        return writer.Append(_lines).Content.ToArray();
    }

    // Where the store does not say what became of the file, the file says it; where there is none, the same file is put again, which cannot do harm:
    // of two files of one name only one is ever there, and both are this transaction.
    private PutOutcome Put(long version, out Exception? failure)
    {
        var path = LogFileName.Commit(log.LogPath, version);
        var bytes = Content();
        var outcome = TryPut(path, bytes, out failure);
        if (outcome != PutOutcome.Unknown)
        {
            return outcome;
        }

        for (var attempt = 0; outcome == PutOutcome.Unknown && attempt < MaxReadBacks; attempt++)
        {
            Thread.Sleep(FirstPause * (1 << attempt));
            outcome = IsThere(path, version) switch
            {
                true => PutOutcome.Created,
                false => PutOutcome.AlreadyExists,
                null => TryPut(path, bytes, out failure),
            };
        }

        // A repeated put may find the file of the first one, which came late.
        return outcome == PutOutcome.AlreadyExists && IsThere(path, version) == true ? PutOutcome.Created : outcome;
    }

    private PutOutcome TryPut(string path, byte[] bytes, out Exception? failure)
    {
        try
        {
            failure = null;
            return log.Store.PutIfAbsent(path, bytes);
        }
        catch (Exception unclear) when (unclear is IOException or TimeoutException)
        {
            failure = unclear;
            return PutOutcome.Unknown;
        }
    }

    // True: the version is this transaction. False: it is another. Null: there is none, or it cannot be read now.
    private bool? IsThere(string path, long version)
    {
        try
        {
            return ActionReader.ReadCommitInfo(log.Store.Read(path), path, version)?.TransactionId == info.TransactionId;
        }
        catch (Exception unreadable) when (
            unreadable is IOException or TimeoutException or DataPlatformException { Code: DeltaErrors.StorageReadFailed })
        {
            return null;
        }
    }

    private Exception? Checkpoint(long version)
    {
        try
        {
            var interval = TableProperties.Integer(metadata, TableProperties.CheckpointInterval, DefaultCheckpointInterval);
            if (version > 0 && interval > 0 && version % interval == 0)
            {
                log.Checkpoints.Write(log.Committed(version));
            }

            return null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The commit is in the log whatever becomes of the checkpoint; the caller is told.
            return failure;
        }
    }
}
