namespace DataPlatform.Delta;

/// <summary>The files of the log that make up one version: the newest whole checkpoint, and the commits after it without a gap.</summary>
/// <param name="Version">The version.</param>
/// <param name="Checkpoint">The parts of the checkpoint; empty where the log is read from its beginning.</param>
/// <param name="Commits">The commits after the checkpoint, ascending.</param>
internal sealed record LogSegment(long Version, IReadOnlyList<CheckpointFile> Checkpoint, IReadOnlyList<FileStatus> Commits)
{
    /// <summary>The segment of a version, or of the newest; null where the log holds nothing.</summary>
    /// <param name="store">The store.</param>
    /// <param name="logPath">The log's folder.</param>
    /// <param name="version">The version wanted; null for the newest.</param>
    /// <param name="hint">A version at which a checkpoint may be: where the listing begins. What is not found from there is looked for from the start.</param>
    /// <exception cref="DataPlatformException"><c>DELTA_VERSIONS_NOT_CONTIGUOUS</c>, <c>DELTA_TRUNCATED_TRANSACTION_LOG</c> or <c>DELTA_VERSION_NOT_FOUND</c>.</exception>
    public static LogSegment? Find(ILogStore store, string logPath, long? version, long? hint)
    {
        if (hint is { } start && start > 0 && (version is null || start <= version))
        {
            var listing = LogListing.From(store, logPath, start);
            if (listing.NewestCheckpoint(version) is { } hinted)
            {
                return Build(logPath, listing, hinted, version);
            }
        }

        var all = LogListing.From(store, logPath, 0);
        return all.IsEmpty ? null : Build(logPath, all, all.NewestCheckpoint(version) ?? [], version);
    }

    private static LogSegment Build(string logPath, LogListing listing, IReadOnlyList<CheckpointFile> checkpoint, long? version)
    {
        var checkpointVersion = checkpoint.Count > 0 ? checkpoint[0].Version : -1;
        var latest = Math.Max(checkpointVersion, listing.Commits.Count > 0 ? listing.Commits.Keys.Max() : -1);
        var wanted = version ?? latest;
        if (wanted > latest || wanted < 0)
        {
            throw DeltaErrors.VersionNotFound(logPath[..logPath.LastIndexOf('/')], wanted, listing.Earliest, latest);
        }

        var commits = listing.Commits.Where(commit => commit.Key > checkpointVersion && commit.Key <= wanted).ToList();
        var expected = checkpointVersion + 1;
        foreach (var (found, _) in commits)
        {
            if (found != expected)
            {
                throw expected == 0 && commits[0].Key == found && IsContiguous(commits)
                    ? DeltaErrors.Truncated(logPath, found, wanted)
                    : DeltaErrors.NotContiguous(logPath, expected - 1, found, wanted);
            }

            expected++;
        }

        if (expected - 1 != wanted)
        {
            throw DeltaErrors.VersionNotFound(logPath[..logPath.LastIndexOf('/')], wanted, listing.Earliest, latest);
        }

        return new LogSegment(wanted, checkpoint, commits.ConvertAll(commit => commit.Value));
    }

    private static bool IsContiguous(List<KeyValuePair<long, FileStatus>> commits) => commits[^1].Key - commits[0].Key == commits.Count - 1;
}
