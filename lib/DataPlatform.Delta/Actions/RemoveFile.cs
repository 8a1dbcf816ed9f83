namespace DataPlatform.Delta;

/// <summary>A logical file taken out of the table; the data file itself stays until it is vacuumed.</summary>
public sealed record RemoveFile
{
    /// <summary>The path as the log has it; see <see cref="AddFile.Path"/>.</summary>
    public required string Path { get; init; }

    /// <summary>When, in milliseconds since 1970-01-01T00:00:00Z; null in very old logs.</summary>
    public long? DeletionTimestamp { get; init; }

    /// <summary>False where the rows stay in the table in other files.</summary>
    public bool DataChange { get; init; } = true;

    /// <summary>Whether partition values, size and tags are those of the file; null where the log has none.</summary>
    public bool? ExtendedFileMetadata { get; init; }

    /// <summary>Partition values of the file; null where unknown.</summary>
    public IReadOnlyDictionary<string, string?>? PartitionValues { get; init; }

    /// <summary>Bytes of the data file; null where unknown.</summary>
    public long? Size { get; init; }

    /// <summary>Statistics of the file, JSON text; null where unknown.</summary>
    public string? Stats { get; init; }

    /// <summary>Tags of the file; null where unknown.</summary>
    public IReadOnlyDictionary<string, string?>? Tags { get; init; }

    /// <summary>The deletion vector the file was read with; null where none.</summary>
    public DeletionVectorDescriptor? DeletionVector { get; init; }

    /// <summary>The row id of the first row; null without row tracking.</summary>
    public long? BaseRowId { get; init; }

    /// <summary>The version in which the file was first added; null without row tracking.</summary>
    public long? DefaultRowCommitVersion { get; init; }

    internal FileKey Key => new(FilePath.Canonical(Path), DeletionVector?.UniqueId);
}
