namespace DataPlatform.Delta;

/// <summary>
/// A logical data file of the table (PROTOCOL.md, "Add File and Remove File"). Two are equal when they name the same logical file: the same
/// canonical path with the same deletion vector.
/// </summary>
public sealed record AddFile
{
    private FileStatistics? _statistics;

    /// <summary>The path as the log has it: percent-encoded, relative to the table or absolute. See <see cref="AbsolutePath"/>.</summary>
    public required string Path { get; init; }

    /// <summary>Partition values as the log has them, by (physical) column name: text, null for null. See <see cref="PartitionValue"/>.</summary>
    public required IReadOnlyDictionary<string, string?> PartitionValues { get; init; }

    /// <summary>Bytes of the data file.</summary>
    public required long Size { get; init; }

    /// <summary>When the file was written, in milliseconds since 1970-01-01T00:00:00Z.</summary>
    public required long ModificationTime { get; init; }

    /// <summary>False where the rows were in the table before (a file only rearranged).</summary>
    public bool DataChange { get; init; } = true;

    /// <summary>Statistics as the log has them, JSON text; null where there are none. See <see cref="Statistics"/>.</summary>
    public string? Stats { get; init; }

    /// <summary>What writers noted about the file; null where nothing.</summary>
    public IReadOnlyDictionary<string, string?>? Tags { get; init; }

    /// <summary>The bitmap of rows that are not part of the table; null where all are.</summary>
    public DeletionVectorDescriptor? DeletionVector { get; init; }

    /// <summary>The row id of the first row; null without row tracking.</summary>
    public long? BaseRowId { get; init; }

    /// <summary>The version in which the file was first added; null without row tracking.</summary>
    public long? DefaultRowCommitVersion { get; init; }

    /// <summary>Who clustered the file; null where nobody.</summary>
    public string? ClusteringProvider { get; init; }

    /// <summary>The statistics, parsed once, when first asked for. Text that is no statistics says nothing.</summary>
    public FileStatistics Statistics
    {
        get
        {
            // A copy made with other statistics carries the field along: its source tells.
            var statistics = _statistics;
            if (statistics is null || !ReferenceEquals(statistics.Source, Stats))
            {
                statistics = FileStatistics.Parse(Stats);
                _statistics = statistics;
            }

            return statistics;
        }
    }

    /// <summary>Rows of the data file, deleted ones included; null where the statistics do not say.</summary>
    public long? NumRecords => Statistics.NumRecords;

    /// <summary>Rows of the data file that are in the table; null where the statistics do not say.</summary>
    public long? LiveRecords => NumRecords - (DeletionVector?.Cardinality ?? 0);

    internal FileKey Key => new(FilePath.Canonical(Path), DeletionVector?.UniqueId);

    /// <summary>A new data file below the table.</summary>
    /// <param name="relativePath">Where it is, from the table's folder, as it stands on disk; see <see cref="PartitionPath"/>. It is encoded here.</param>
    /// <param name="partitionValues">A value for each partition column, as <see cref="PartitionValue.Format"/> gives it; empty without partitioning.</param>
    /// <param name="size">Bytes.</param>
    /// <param name="modificationTime">When it was written, in milliseconds since 1970-01-01T00:00:00Z.</param>
    /// <param name="stats">Its statistics as <see cref="FileStatistics.Compose"/> gives them; null where there are none.</param>
    /// <param name="dataChange">False where the rows were in the table before.</param>
    public static AddFile Create(
        string relativePath,
        IReadOnlyDictionary<string, string?> partitionValues,
        long size,
        long modificationTime,
        string? stats = null,
        bool dataChange = true)
    {
        ArgumentException.ThrowIfNullOrEmpty(relativePath);
        ArgumentNullException.ThrowIfNull(partitionValues);
        return new AddFile
        {
            Path = FilePath.Encode(relativePath),
            PartitionValues = partitionValues,
            Size = size,
            ModificationTime = modificationTime,
            Stats = stats,
            DataChange = dataChange,
        };
    }

    /// <summary>The decoded, full path of the data file, to be opened as it is.</summary>
    /// <param name="tablePath">The table's folder, as <see cref="DeltaLog.TablePath"/> has it.</param>
    public string AbsolutePath(string tablePath) => FilePath.Absolute(tablePath, Path);

    /// <inheritdoc/>
    public bool Equals(AddFile? other) => other is not null && Key == other.Key;

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode();

    /// <summary>The action that takes this file out of the table.</summary>
    internal RemoveFile ToRemove(long deletionTimestamp, bool dataChange) => new()
    {
        Path = Path,
        DeletionTimestamp = deletionTimestamp,
        DataChange = dataChange,
        ExtendedFileMetadata = true,
        PartitionValues = PartitionValues,
        Size = Size,
        Tags = Tags,
        DeletionVector = DeletionVector,
        BaseRowId = BaseRowId,
        DefaultRowCommitVersion = DefaultRowCommitVersion,
    };
}
