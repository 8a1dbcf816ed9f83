namespace DataPlatform.Delta;

/// <summary>What a commit says of itself; everything is optional but the version (PROTOCOL.md, "Commit Provenance Information").</summary>
public sealed record CommitInfo
{
    /// <summary>The version that the commit made.</summary>
    public long Version { get; init; } = -1;

    /// <summary>
    /// When, in milliseconds since 1970-01-01T00:00:00Z: the in-commit timestamp where the table has them, else the time of the commit's file in a
    /// history, and what the writer said elsewhere.
    /// </summary>
    public long? Timestamp { get; init; }

    /// <summary>The time that counts for the table's history where <c>delta.enableInCommitTimestamps</c> is on.</summary>
    public long? InCommitTimestamp { get; init; }

    /// <summary>Who committed; null as a rule outside catalogues.</summary>
    public string? UserId { get; init; }

    /// <summary>Who committed, by name.</summary>
    public string? UserName { get; init; }

    /// <summary>What was done: <c>WRITE</c>, <c>MERGE</c>, <c>DELETE</c>, <c>CREATE TABLE</c>, …</summary>
    public string? Operation { get; init; }

    /// <summary>The operation's parameters by name; a value that is no JSON string stands as its JSON text.</summary>
    public IReadOnlyDictionary<string, string> OperationParameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Counts of the operation by name.</summary>
    public IReadOnlyDictionary<string, string> OperationMetrics { get; init; } = new Dictionary<string, string>();

    /// <summary>The version that the writer had read; null for a table's first commit.</summary>
    public long? ReadVersion { get; init; }

    /// <summary><c>Serializable</c>, <c>WriteSerializable</c> or <c>SnapshotIsolation</c>.</summary>
    public string? IsolationLevel { get; init; }

    /// <summary>Whether files were only added and none of the table was read; null where the writer did not say.</summary>
    public bool? IsBlindAppend { get; init; }

    /// <summary>The writer's own note.</summary>
    public string? UserMetadata { get; init; }

    /// <summary>The writer's name and version.</summary>
    public string? EngineInfo { get; init; }

    /// <summary>The writer's identity of this transaction: what tells its own commit from another's after a time-out.</summary>
    public string? TransactionId { get; init; }
}
