namespace DataPlatform.Delta;

/// <summary>
/// Changes to a table that become its next version together, or not at all. What was read must be recorded (<see cref="ReadFiles"/>,
/// <see cref="ReadWholeTable"/>, <see cref="ReadTransaction"/>): it decides which commits of others stop this one. For one thread; committed once.
/// </summary>
public sealed class Transaction
{
    private readonly DeltaLog _log;
    private readonly TransactionContent _content = new();
    private bool _isCommitted;

    internal Transaction(DeltaLog log, Snapshot? snapshot)
    {
        _log = log;
        Snapshot = snapshot;
        if (snapshot is not null)
        {
            log.Gate.CheckWrite(snapshot.Protocol, snapshot.Metadata);
        }
    }

    /// <summary>The version that the transaction is built on; null where it makes the table.</summary>
    public Snapshot? Snapshot { get; }

    /// <summary>The version that the transaction is built on; -1 where it makes the table.</summary>
    public long ReadVersion => Snapshot?.Version ?? -1;

    /// <summary>What tells this transaction from all others in the log (<c>commitInfo.txnId</c>).</summary>
    public string Id { get; } = Guid.NewGuid().ToString();

    /// <summary>The metadata with which files are to be written: what was set, else the snapshot's; null before a new table's is set.</summary>
    public Metadata? Metadata => _content.Metadata ?? Snapshot?.Metadata;

    /// <summary>Records that all of the table was read.</summary>
    public void ReadWholeTable() => _content.ReadsWholeTable = true;

    /// <summary>Records that the rows of a condition were read, and gives the files in which they can be; see <see cref="Snapshot.FilesMatching"/>.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="zone">The zone of timestamp partition values that name none; UTC unless given.</param>
    public IReadOnlyList<AddFile> ReadFiles(FilePredicate predicate, TimeZoneInfo? zone = null)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        _content.ReadPredicates.Add((predicate, zone ?? TimeZoneInfo.Utc));
        var files = Snapshot?.FilesMatching(predicate, zone).ToList() ?? [];
        _content.ReadFiles.UnionWith(files.Select(file => file.Key));
        return files;
    }

    /// <summary>Records that an application's last version was looked at, and gives it; null where there is none.</summary>
    public long? ReadTransaction(string appId)
    {
        _content.ReadApplications.Add(appId);
        return Snapshot?.LastTransactionVersion(appId);
    }

    /// <summary>Sets schema, partitioning and properties. A protocol that they call for is set with them.</summary>
    /// <exception cref="DataPlatformException">
    /// <c>DELTA_INVALID_CHARACTERS_IN_COLUMN_NAMES</c>, <c>DELTA_DUPLICATE_COLUMNS_FOUND</c>, <c>DELTA_PARTITION_COLUMN_NOT_FOUND</c>,
    /// <c>DELTA_CANNOT_USE_ALL_COLUMNS_FOR_PARTITION</c>, <c>DELTA_INVALID_PARTITION_COLUMN_TYPE</c>,
    /// <c>DELTA_COMPLEX_TYPE_COLUMN_CONTAINS_NULL_TYPE</c>, <c>DELTA_UNSUPPORTED_FEATURES_FOR_WRITE</c>.
    /// </exception>
    public void SetMetadata(Metadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        SchemaRules.Check(metadata);
        var protocol = _content.Protocol ?? Snapshot?.Protocol;
        var wanted = protocol?.WithFeaturesOf(metadata) ?? Protocol.ForNewTable(metadata);
        if (_content.Domains.Count > 0)
        {
            wanted = wanted.With(TableFeature.DomainMetadata, readerToo: false);
        }

        _log.Gate.CheckWrite(wanted, metadata);
        if (Snapshot is { Metadata.InCommitTimestampsEnabled: false } && metadata.InCommitTimestampsEnabled)
        {
            throw DeltaErrors.InvalidProperty(TableProperties.EnableInCommitTimestamps, "true", "set when the table is made");
        }

        _content.Metadata = metadata;
        if (wanted != protocol)
        {
            _content.Protocol = wanted;
        }
    }

    /// <summary>Sets the protocol, which must be one that this library can write.</summary>
    /// <exception cref="DataPlatformException"><c>DELTA_INVALID_PROTOCOL_VERSION</c> or <c>DELTA_UNSUPPORTED_FEATURES_FOR_WRITE</c>.</exception>
    public void SetProtocol(Protocol protocol)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        if (Metadata is { } metadata)
        {
            _log.Gate.CheckWrite(protocol, metadata);
        }

        _content.Protocol = protocol;
    }

    /// <summary>
    /// Notes how far an application has written, in the same commit as what it wrote. A commit of the same application that comes first stops this one.
    /// </summary>
    public void SetTransaction(string appId, long version)
    {
        ArgumentException.ThrowIfNullOrEmpty(appId);
        _content.Transactions[appId] = new AppTransaction(appId, version, _log.Time.GetUtcNow().ToUnixTimeMilliseconds());
    }

    /// <summary>Sets or, with <see cref="DomainMetadata.Removed"/>, takes away a document kept with the table. The protocol is raised to what that needs.</summary>
    public void SetDomain(DomainMetadata domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        _content.Domains[domain.Domain] = domain;
        if ((_content.Protocol ?? Snapshot?.Protocol) is { } protocol && !protocol.Supports(TableFeature.DomainMetadata))
        {
            _content.Protocol = protocol.With(TableFeature.DomainMetadata, readerToo: false);
        }
    }

    /// <summary>Puts a logical file into the table. The data file is on disk, synced, before the commit.</summary>
    public void Add(AddFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        _content.Files.Add(new FileAction(file, null));
    }

    /// <summary>Takes a logical file out of the table; the data file stays on disk.</summary>
    /// <param name="file">A file of the snapshot.</param>
    /// <param name="dataChange">False where its rows stay in the table in other files.</param>
    public void Remove(AddFile file, bool dataChange = true)
    {
        ArgumentNullException.ThrowIfNull(file);
        _content.Files.Add(new FileAction(null, file.ToRemove(_log.Time.GetUtcNow().ToUnixTimeMilliseconds(), dataChange)));
    }

    /// <summary>
    /// Writes the next version. Where others were first, their commits are looked at in Spark's order of rules; if none collides, the version after
    /// theirs is tried, as often as it takes. A checkpoint follows every <c>delta.checkpointInterval</c> versions (10 unless set).
    /// </summary>
    /// <param name="operation">What was done, in Spark's words: <c>WRITE</c>, <c>MERGE</c>, <c>DELETE</c>, …</param>
    /// <param name="operationParameters">By name, as text; what Spark has as a list or a condition is its JSON text (<c>[]</c>).</param>
    /// <param name="operationMetrics">Counts by name, as text.</param>
    /// <param name="userMetadata">The user's own note.</param>
    /// <exception cref="DataPlatformException">
    /// Nothing was committed: <c>DELTA_METADATA_ABSENT</c>, <c>DELTA_CANNOT_MODIFY_APPEND_ONLY</c>, <c>DELTA_ADDFILE_PARTITIONING_MISMATCH</c>,
    /// <c>STORAGE_WRITE_FAILED</c>, or an error of reading the commits of others (see <see cref="DeltaLog.Latest"/>).
    /// </exception>
    /// <exception cref="InvalidOperationException">The transaction was committed before.</exception>
    public CommitResult Commit(
        string operation,
        IReadOnlyDictionary<string, string>? operationParameters = null,
        IReadOnlyDictionary<string, string>? operationMetrics = null,
        string? userMetadata = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(operation);
        if (_isCommitted)
        {
            throw new InvalidOperationException("The transaction was committed before; begin another.");
        }

        var metadata = Metadata ?? throw DeltaErrors.MetadataAbsent(_log.TablePath);
        _content.Check(_log.TablePath, metadata);
        _isCommitted = true;
        var info = new CommitInfo
        {
            Operation = operation,
            OperationParameters = operationParameters ?? new Dictionary<string, string>(),
            OperationMetrics = operationMetrics ?? new Dictionary<string, string>(),
            ReadVersion = Snapshot?.Version,
            IsolationLevel = _content.IsolationLevel(metadata),
            IsBlindAppend = _content.IsBlindAppend,
            UserMetadata = userMetadata,
            EngineInfo = EngineName.Value,
            TransactionId = Id,
        };
        return new Committer(_log, Snapshot, _content, metadata, info).Commit();
    }
}
