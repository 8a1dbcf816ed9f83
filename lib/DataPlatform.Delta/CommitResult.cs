namespace DataPlatform.Delta;

/// <summary>How a commit ended. Losing a race to a commit that does not touch this transaction is no ending: the transaction tries the next version.</summary>
public abstract record CommitResult
{
    private CommitResult()
    {
    }

    /// <summary>The commit, where there is one.</summary>
    /// <exception cref="DataPlatformException">
    /// There is none: <c>DELTA_PROTOCOL_CHANGED</c>, <c>DELTA_METADATA_CHANGED</c>, <c>DELTA_DOMAIN_METADATA_CHANGED</c>,
    /// <c>DELTA_CONCURRENT_TRANSACTION</c>, <c>DELTA_CONCURRENT_APPEND</c>, <c>DELTA_CONCURRENT_DELETE_READ</c>,
    /// <c>DELTA_CONCURRENT_DELETE_DELETE</c> or <c>DELTA_COMMIT_OUTCOME_UNKNOWN</c>. All are transient: the whole operation, reads included, may be run again.
    /// </exception>
    public abstract Committed OrThrow();

    /// <summary>The transaction is in the log.</summary>
    public sealed record Committed : CommitResult
    {
        private readonly Lazy<Snapshot> _snapshot;

        internal Committed(long version, Func<Snapshot> load, Exception? checkpointFailure)
        {
            Version = version;
            CheckpointFailure = checkpointFailure;
            _snapshot = new Lazy<Snapshot>(load, LazyThreadSafetyMode.PublicationOnly);
        }

        /// <summary>The version it made.</summary>
        public long Version { get; }

        /// <summary>Why the checkpoint that was due could not be written; null where none was due or it is there. The commit stands: tell it, do not fail.</summary>
        public Exception? CheckpointFailure { get; }

        /// <summary>The table at that version; read when first asked for. Errors as of <see cref="DeltaLog.Latest"/>: they do not undo the commit.</summary>
        public Snapshot Snapshot => _snapshot.Value;

        /// <inheritdoc/>
        public override Committed OrThrow() => this;
    }

    /// <summary>A commit that came first collides with this transaction; nothing of it is in the log.</summary>
    /// <param name="Kind">The first rule that was broken, in Spark's order.</param>
    /// <param name="Table">The table's folder.</param>
    /// <param name="Winner">The commit that came first.</param>
    /// <param name="Detail">The file, application or partition it is about; empty where the kind says all.</param>
    public sealed record Conflicted(ConflictKind Kind, string Table, CommitInfo Winner, string Detail) : CommitResult
    {
        /// <summary>The version of the commit that came first.</summary>
        public long WinningVersion => Winner.Version;

        /// <inheritdoc/>
        public override Committed OrThrow() => throw DeltaErrors.Conflict(this);
    }

    /// <summary>
    /// The store did not say what became of the commit and reading it back did not tell. It may be in the log: data files of this transaction must
    /// not be deleted, and running the operation again is safe only with an application transaction (<see cref="Transaction.SetTransaction"/>).
    /// </summary>
    /// <param name="Table">The table's folder.</param>
    /// <param name="Version">The version that was tried.</param>
    /// <param name="Cause">The last failure.</param>
    public sealed record Unknown(string Table, long Version, Exception? Cause) : CommitResult
    {
        /// <inheritdoc/>
        public override Committed OrThrow() => throw DeltaErrors.OutcomeUnknown(this);
    }
}
