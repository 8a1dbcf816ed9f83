using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using DuckDB.NET.Native;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>
/// Rows that this process makes, as a table function of DuckDB: <c>spark_feed(id)</c>. Every column is text; columns are <c>f0</c>, <c>f1</c>, … Rows come in the feed's order,
/// read by one thread while the query runs.
/// </summary>
internal sealed class RowFeeds
{
    private readonly ConcurrentDictionary<long, RowFeed> _feeds = new();
    private readonly ConditionalWeakTable<object, object> _ids = [];
    private long _lastId;

    public RowFeeds(DuckDBNativeConnection connection) => RowFeedFunction.Register(connection, this);

    /// <summary>The table function's call that gives an owner's rows; the same owner keeps its feed.</summary>
    /// <param name="owner">What the rows belong to.</param>
    /// <param name="width">The number of columns, at least one.</param>
    /// <param name="rows">Makes the rows anew for every query; each may be the one before, filled anew.</param>
    public string Call(object owner, int width, Func<IEnumerable<FeedRow>> rows)
    {
        var id = (long)_ids.GetValue(owner, _ =>
        {
            var next = Interlocked.Increment(ref _lastId);
            _feeds[next] = new RowFeed(width, rows);
            return next;
        });
        return $"spark_feed({id}::BIGINT)";
    }

    /// <summary>The feed of a number that <see cref="Call"/> gave.</summary>
    public RowFeed Find(long id) => _feeds[id];
}
