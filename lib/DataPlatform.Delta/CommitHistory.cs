using System.Globalization;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta;

/// <summary>The commits that a table's log still has, with the times that count.</summary>
/// <param name="tablePath">The table.</param>
/// <param name="store">The store.</param>
/// <param name="latest">The newest version, whose properties say which times count.</param>
internal sealed class CommitHistory(string tablePath, ILogStore store, Snapshot latest)
{
    private readonly LogListing _listing = LogListing.From(store, LogFileName.LogPath(tablePath), 0);

    public IEnumerable<CommitInfo> NewestFirst(int? limit)
    {
        var times = FileTimes();
        return _listing.Commits.Keys
            .Where(version => version <= latest.Version)
            .Reverse()
            .Take(limit ?? int.MaxValue)
            .Select(version =>
            {
                var info = CommitFile.ReadInfo(store, _listing.Commits[version].Path, version) ?? new CommitInfo();
                return info with { Version = version, Timestamp = UsesOwnTime(version) ? info.InCommitTimestamp ?? times[version] : times[version] };
            });
    }

    /// <summary>The newest version that can be built and was committed at or before an instant.</summary>
    public long VersionAt(Timestamp timestamp)
    {
        var wanted = (long)Math.Floor(timestamp.EpochMicroseconds / 1000m);
        var times = FileTimes();
        var earliest = _listing.Earliest;
        var versions = _listing.Commits.Keys.Where(version => version >= earliest && version <= latest.Version).ToList();
        if (versions.Count == 0)
        {
            throw DeltaErrors.Truncated(LogFileName.LogPath(tablePath), earliest, latest.Version);
        }

        var newest = TimeOf(versions[^1], times);
        if (wanted > newest)
        {
            throw DeltaErrors.TimestampTooLate(tablePath, timestamp, Instant(newest));
        }

        var first = TimeOf(versions[0], times);
        if (wanted < first)
        {
            throw DeltaErrors.TimestampTooEarly(tablePath, timestamp, Instant(first));
        }

        // Times ascend with versions: the last of those not after the instant.
        var (low, high) = (0, versions.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = TimeOf(versions[middle], times) <= wanted ? (middle, high) : (low, middle - 1);
        }

        return versions[low];
    }

    private static Timestamp Instant(long milliseconds) => Timestamp.FromEpochMicroseconds(milliseconds * 1000);

    private long TimeOf(long version, Dictionary<long, long> fileTimes) => UsesOwnTime(version)
        ? CommitFile.ReadInfo(store, _listing.Commits[version].Path, version)?.InCommitTimestamp ?? fileTimes[version]
        : fileTimes[version];

    // A file's time may stand still or go back, where clocks differ or files were copied: each is at least 1 ms after the one before.
    private Dictionary<long, long> FileTimes()
    {
        var times = new Dictionary<long, long>();
        var previous = long.MinValue;
        foreach (var (version, file) in _listing.Commits)
        {
            previous = Math.Max(file.ModificationTime, previous == long.MinValue ? previous : previous + 1);
            times[version] = previous;
        }

        return times;
    }

    private bool UsesOwnTime(long version) => latest.Metadata.InCommitTimestampsEnabled &&
        (!latest.Metadata.Properties.TryGetValue(TableProperties.InCommitTimestampEnablementVersion, out var since) ||
            version >= long.Parse(since, CultureInfo.InvariantCulture));
}
