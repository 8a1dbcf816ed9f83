using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta;

/// <summary>
/// The transaction log of one table: its versions, its history, and the way to the next version. Can be used by several threads at once; what it
/// read last is kept, so that asking again costs a listing.
/// </summary>
/// <remarks>Errors of reading: see <see cref="Latest"/>. A table that is deleted and made anew at the same path is noticed.</remarks>
public sealed class DeltaLog
{
    private readonly Lock _lock = new();
    private readonly ILogStore _store;
    private readonly SnapshotLoader _loader;
    private LoadedSnapshot? _latest;

    private DeltaLog(string tablePath, ILogStore store, IParquetHandler parquet, TimeProvider time, IReadOnlySet<string> engineFeatures)
    {
        TablePath = tablePath;
        LogPath = LogFileName.LogPath(tablePath);
        _store = store;
        Time = time;
        Gate = new ProtocolGate(tablePath, engineFeatures);
        Checkpoints = new CheckpointWriter(LogPath, store, parquet, time);
        _loader = new SnapshotLoader(tablePath, store, new CheckpointReader(LogPath, store, parquet), Gate, time);
    }

    /// <summary>The table's folder, in the store's form.</summary>
    public string TablePath { get; }

    /// <summary>Whether there is a table: a commit or a checkpoint is in the log.</summary>
    public bool Exists => LoadLatest() is not null;

    internal string LogPath { get; }

    internal ILogStore Store => _store;

    internal TimeProvider Time { get; }

    internal ProtocolGate Gate { get; }

    internal CheckpointWriter Checkpoints { get; }

    /// <summary>The log of the table at a path; nothing is read yet, and the table need not exist.</summary>
    /// <param name="path">The table's folder: a plain path or an address that the store serves.</param>
    /// <param name="store">The storage.</param>
    /// <param name="parquet">What reads and writes checkpoints.</param>
    /// <param name="time">The clock for commits and retention.</param>
    /// <param name="engineFeatures">
    /// Features beyond the log's own that the caller handles when it reads data files, such as <see cref="TableFeature.DeletionVectors"/>; a table that needs
    /// another is refused. None unless given.
    /// </param>
    /// <exception cref="DataPlatformException"><c>UNSUPPORTED_STORAGE_SCHEME</c>.</exception>
    public static DeltaLog ForTable(
        string path, ILogStore store, IParquetHandler parquet, TimeProvider time, IReadOnlySet<string>? engineFeatures = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(parquet);
        ArgumentNullException.ThrowIfNull(time);
        return new DeltaLog(store.QualifyTablePath(path), store, parquet, time, engineFeatures ?? new HashSet<string>());
    }

    /// <summary>The newest version.</summary>
    /// <exception cref="DataPlatformException">
    /// <c>DELTA_PATH_DOES_NOT_EXIST</c>: there is no table. <c>DELTA_INVALID_PROTOCOL_VERSION</c>, <c>DELTA_UNSUPPORTED_FEATURES_FOR_READ</c>: it is
    /// newer than this library. <c>DELTA_VERSIONS_NOT_CONTIGUOUS</c>, <c>DELTA_TRUNCATED_TRANSACTION_LOG</c>, <c>DELTA_STATE_RECOVER_ERROR</c>,
    /// <c>DELTA_LOG_FILE_BROKEN</c>, <c>DELTA_LOG_FILE_NOT_FOUND</c>, <c>DELTA_CHECKPOINT_BROKEN</c>: the log is damaged.
    /// </exception>
    public Snapshot Latest() => LoadLatest() ?? throw DeltaErrors.TableNotFound(TablePath);

    /// <summary>The table at a version; later versions are not looked into, so that damage there does no harm.</summary>
    /// <exception cref="DataPlatformException"><c>DELTA_VERSION_NOT_FOUND</c>: it never was or its log files are gone. Else as <see cref="Latest"/>.</exception>
    public Snapshot AtVersion(long version) => _loader.Load(version).Snapshot;

    /// <summary>The table as it was at an instant: the newest version committed at or before it, by in-commit timestamps or by the times of the log's files.</summary>
    /// <exception cref="DataPlatformException">
    /// <c>DELTA_TIMESTAMP_EARLIER_THAN_COMMIT_RETENTION</c>: before the first version that can be built.
    /// <c>DELTA_TIMESTAMP_GREATER_THAN_COMMIT</c>: after the newest. Else as <see cref="Latest"/>.
    /// </exception>
    public Snapshot AtTimestamp(Timestamp timestamp)
    {
        ArgumentNullException.ThrowIfNull(timestamp);
        return AtVersion(new CommitHistory(TablePath, _store, Latest()).VersionAt(timestamp));
    }

    /// <summary>What the commits that are still in the log say of themselves, newest first; each is read when it is asked for.</summary>
    /// <param name="limit">At most so many; all for null.</param>
    /// <exception cref="DataPlatformException">As <see cref="Latest"/>.</exception>
    public IEnumerable<CommitInfo> History(int? limit = null) => new CommitHistory(TablePath, _store, Latest()).NewestFirst(limit);

    /// <summary>A transaction on the newest version, or one that makes the table where there is none.</summary>
    /// <exception cref="DataPlatformException"><c>DELTA_UNSUPPORTED_FEATURES_FOR_WRITE</c>; else as <see cref="Latest"/>.</exception>
    public Transaction Begin() => new(this, LoadLatest());

    /// <summary>A transaction on a version that was read before: the commits since then are looked at for conflicts.</summary>
    /// <param name="snapshot">A snapshot of this table.</param>
    /// <exception cref="DataPlatformException"><c>DELTA_UNSUPPORTED_FEATURES_FOR_WRITE</c>.</exception>
    public Transaction Begin(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.TablePath == TablePath
            ? new Transaction(this, snapshot)
            : throw new ArgumentException($"The snapshot is of '{snapshot.TablePath}', not of '{TablePath}'.", nameof(snapshot));
    }

    /// <summary>A version that was just committed: as a rule the newest, and then made of what was known before.</summary>
    internal Snapshot Committed(long version)
    {
        var latest = Latest();
        return latest.Version == version ? latest : AtVersion(version);
    }

    private Snapshot? LoadLatest()
    {
        lock (_lock)
        {
            _latest = _loader.Refresh(_latest);
            return _latest?.Snapshot;
        }
    }
}
