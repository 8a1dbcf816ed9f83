namespace DataPlatform.Delta;

/// <summary>The rules by which a commit that came first stops a transaction, in the order in which they are tried.</summary>
public enum ConflictKind
{
    /// <summary>The protocol was changed and this transaction changes it too, or can no longer write.</summary>
    ProtocolChanged,

    /// <summary>Schema, partitioning or properties were changed.</summary>
    MetadataChanged,

    /// <summary>The same domain was changed.</summary>
    DomainMetadataChanged,

    /// <summary>The same application committed.</summary>
    ConcurrentTransaction,

    /// <summary>Files were added that this transaction should have read.</summary>
    ConcurrentAppend,

    /// <summary>Files were removed that this transaction read.</summary>
    ConcurrentDeleteRead,

    /// <summary>Files were removed that this transaction removes too.</summary>
    ConcurrentDeleteDelete,
}
