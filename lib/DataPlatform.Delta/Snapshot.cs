using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta;

/// <summary>A table at one version. Immutable; what it holds stays as it is whatever is committed later.</summary>
public sealed class Snapshot
{
    private readonly TimeProvider _time;

    internal Snapshot(string tablePath, long version, long timestamp, TableState state, TimeProvider time)
    {
        TablePath = tablePath;
        Version = version;
        TimestampMilliseconds = timestamp;
        State = state;
        _time = time;
        Protocol = state.Protocol ?? throw DeltaErrors.StateNotRecovered("protocol", tablePath, version);
        Metadata = state.Metadata ?? throw DeltaErrors.StateNotRecovered("metadata", tablePath, version);
    }

    /// <summary>The table's folder, in the store's form.</summary>
    public string TablePath { get; }

    /// <summary>The version, from 0.</summary>
    public long Version { get; }

    /// <summary>When the version was committed: its in-commit timestamp where the table has them, else the time of its file in the log.</summary>
    public Timestamp Timestamp => Timestamp.FromEpochMicroseconds(TimestampMilliseconds * 1000);

    /// <summary>What clients must know.</summary>
    public Protocol Protocol { get; }

    /// <summary>Schema, partitioning and properties.</summary>
    public Metadata Metadata { get; }

    /// <summary>The columns in order, partition columns included.</summary>
    public StructType Schema => Metadata.Schema;

    /// <summary>The logical data files, in no order that means anything.</summary>
    public IReadOnlyCollection<AddFile> AllFiles => State.Files.Values;

    /// <summary>
    /// How far applications have written, by application id. Those older than <c>delta.setTransactionRetentionDuration</c>, where it is set, are gone.
    /// </summary>
    public IReadOnlyDictionary<string, AppTransaction> AppTransactions
    {
        get
        {
            var retention = TableProperties.Interval(Metadata, TableProperties.TransactionRetention, null);
            if (retention is not { } kept)
            {
                return State.Transactions;
            }

            var oldest = _time.GetUtcNow().ToUnixTimeMilliseconds() - (long)kept.TotalMilliseconds;
            return State.Transactions.Values
                .Where(transaction => transaction.LastUpdated is null || transaction.LastUpdated > oldest)
                .ToDictionary(transaction => transaction.AppId);
        }
    }

    /// <summary>Documents kept with the table, by name.</summary>
    public IReadOnlyDictionary<string, DomainMetadata> Domains => State.Domains;

    internal TableState State { get; }

    internal long TimestampMilliseconds { get; }

    /// <summary>The last version that an application committed; null where it did not.</summary>
    public long? LastTransactionVersion(string appId) => AppTransactions.TryGetValue(appId, out var transaction) ? transaction.Version : null;

    /// <summary>The files of which a row may fulfil a condition, by partition values and statistics; all files for null.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="zone">The zone of timestamp partition values that name none: the session's; UTC unless given.</param>
    public IEnumerable<AddFile> FilesMatching(FilePredicate? predicate, TimeZoneInfo? zone = null)
    {
        if (predicate is null)
        {
            return AllFiles;
        }

        var pruner = new FilePruner(Metadata, zone ?? TimeZoneInfo.Utc);
        return AllFiles.Where(file => pruner.Match(predicate, file) != FileMatch.None);
    }

    /// <summary>Every file with how many of its rows fulfil a condition, as far as the log tells.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="zone">As in <see cref="FilesMatching"/>.</param>
    public IEnumerable<(AddFile File, FileMatch Match)> Classify(FilePredicate predicate, TimeZoneInfo? zone = null)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        var pruner = new FilePruner(Metadata, zone ?? TimeZoneInfo.Utc);
        return AllFiles.Select(file => (file, pruner.Match(predicate, file)));
    }
}
