namespace DataPlatform.Delta;

/// <summary>Builds snapshots from the files of the log.</summary>
internal sealed class SnapshotLoader(string tablePath, ILogStore store, CheckpointReader checkpoints, ProtocolGate gate, TimeProvider time)
{
    private readonly string _logPath = LogFileName.LogPath(tablePath);

    /// <summary>The newest snapshot, made of an earlier one and what was committed since where that is possible; null where there is no table.</summary>
    public LoadedSnapshot? Refresh(LoadedSnapshot? loaded)
    {
        if (loaded is not null && Advance(loaded) is { } advanced)
        {
            return advanced;
        }

        var segment = LogSegment.Find(store, _logPath, null, LastCheckpoint.Read(store, _logPath));
        return segment is null ? null : Load(segment);
    }

    /// <summary>The snapshot of a version.</summary>
    public LoadedSnapshot Load(long version) => Load(
        LogSegment.Find(store, _logPath, version, LastCheckpoint.Read(store, _logPath)) ?? throw DeltaErrors.TableNotFound(tablePath));

    private LoadedSnapshot Load(LogSegment segment)
    {
        var state = segment.Checkpoint.Count > 0 ? checkpoints.Read(segment.Checkpoint) : new TableState();
        var lastFile = segment.Commits.Count > 0 ? segment.Commits[^1] : LastFileOf(segment);
        return Build(state, segment.Version, segment.Commits, lastFile);
    }

    // The commit that a checkpoint was made of tells the version's time; where it was cleaned up, the checkpoint itself must do.
    private FileStatus LastFileOf(LogSegment segment) =>
        store.Status(LogFileName.Commit(_logPath, segment.Version)) ?? segment.Checkpoint[0].File;

    // Null where the log is not what it was: the last file is gone or another, or later commits do not follow on.
    private LoadedSnapshot? Advance(LoadedSnapshot loaded)
    {
        var version = loaded.Snapshot.Version;
        var listing = LogListing.From(store, _logPath, version);
        var isCommit = LogFileName.CommitVersion(loaded.LastFile.Name) is not null;
        if (!isCommit || !listing.Commits.TryGetValue(version, out var last) || last != loaded.LastFile)
        {
            return null;
        }

        var commits = listing.Commits.Where(commit => commit.Key > version).ToList();
        var newest = commits.Count > 0 ? commits[^1].Key : version;
        if (newest != version + commits.Count || listing.NewestCheckpoint(null)?[0].Version > newest)
        {
            return null;
        }

        if (commits.Count == 0)
        {
            return loaded;
        }

        var files = commits.ConvertAll(commit => commit.Value);
        return Build(loaded.Snapshot.State.Copy(), newest, files, files[^1]);
    }

    private LoadedSnapshot Build(TableState state, long version, IReadOnlyList<FileStatus> commits, FileStatus lastFile)
    {
        foreach (var commit in commits)
        {
            state.Apply(CommitFile.Read(store, commit.Path, LogFileName.CommitVersion(commit.Name)!.Value));
        }

        var timestamp = state.InCommitTimestamp ?? lastFile.ModificationTime;
        var usesOwnTime = state.Metadata?.InCommitTimestampsEnabled == true;
        if (usesOwnTime && commits.Count == 0 && LogFileName.CommitVersion(lastFile.Name) is not null)
        {
            timestamp = CommitFile.ReadInfo(store, lastFile.Path, version)?.InCommitTimestamp ?? timestamp;
        }

        var snapshot = new Snapshot(tablePath, version, usesOwnTime ? timestamp : lastFile.ModificationTime, state, time);
        gate.CheckRead(snapshot.Protocol, snapshot.Metadata);
        return new LoadedSnapshot(snapshot, lastFile);
    }
}
