namespace DataPlatform.Delta;

/// <summary>The commits and checkpoints that a listing of the log shows.</summary>
internal sealed class LogListing
{
    private readonly List<CheckpointFile> _checkpoints = [];

    /// <summary>Commit files by version, ascending.</summary>
    public SortedDictionary<long, FileStatus> Commits { get; } = [];

    public bool IsEmpty => Commits.Count == 0 && _checkpoints.Count == 0;

    /// <summary>The first version that can be built from the files listed; -1 where none can.</summary>
    public long Earliest
    {
        get
        {
            var checkpoint = WholeCheckpoints().Select(parts => parts[0].Version).DefaultIfEmpty(long.MaxValue).Min();
            var commit = Commits.ContainsKey(0) ? 0 : long.MaxValue;
            var first = Math.Min(checkpoint, commit);
            return first == long.MaxValue ? -1 : first;
        }
    }

    public static LogListing From(ILogStore store, string logPath, long version)
    {
        var listing = new LogListing();
        foreach (var file in store.ListFrom(LogFileName.From(logPath, version)))
        {
            if (LogFileName.CommitVersion(file.Name) is { } commit)
            {
                listing.Commits[commit] = file;
            }
            else if (LogFileName.Checkpoint(file) is { } checkpoint && file.Size > 0)
            {
                listing._checkpoints.Add(checkpoint);
            }
        }

        return listing;
    }

    /// <summary>All parts of the newest whole checkpoint at or before a version; null where there is none.</summary>
    public IReadOnlyList<CheckpointFile>? NewestCheckpoint(long? version) =>
        WholeCheckpoints().Where(parts => version is null || parts[0].Version <= version).MaxBy(parts => parts[0].Version);

    // A multi-part checkpoint with a missing part is none; of several checkpoints of one version, any will do.
    private IEnumerable<List<CheckpointFile>> WholeCheckpoints() => _checkpoints
        .GroupBy(file => (file.Version, file.Kind, file.Parts, Name: file.Kind == CheckpointKind.MultiPart ? "" : file.File.Name))
        .Where(group => group.Count() == group.Key.Parts)
        .Select(group => group.OrderBy(file => file.Part).ToList());
}
