using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>
/// Rows that this process makes, as a table function of DuckDB: <c>spark_feed(id)</c>. Every column is text; columns are <c>f0</c>, <c>f1</c>, … Rows come in the feed's order,
/// read by one thread while the query runs.
/// </summary>
internal sealed class RowFeeds
{
    private readonly ConcurrentDictionary<long, Feed> _feeds = new();
    private readonly ConditionalWeakTable<object, object> _ids = [];
    private long _lastId;

    public RowFeeds(DuckDBConnection connection) =>
        connection.RegisterTableFunction<long>("spark_feed", arguments => Open(arguments[0]), Write);

    /// <summary>The table function's call that gives an owner's rows; the same owner keeps its feed.</summary>
    /// <param name="owner">What the rows belong to.</param>
    /// <param name="width">The number of columns, at least one.</param>
    /// <param name="rows">Makes the rows anew for every query.</param>
    public string Call(object owner, int width, Func<IEnumerable<string?[]>> rows)
    {
        var id = (long)_ids.GetValue(owner, _ =>
        {
            var next = Interlocked.Increment(ref _lastId);
            _feeds[next] = new Feed(width, rows);
            return next;
        });
        return $"spark_feed({id}::BIGINT)";
    }

    private TableFunction Open(IDuckDBValueReader argument)
    {
        var feed = _feeds[argument.GetValue<long>()];
        return new TableFunction([.. Enumerable.Range(0, feed.Width).Select(i => new ColumnInfo($"f{i}", typeof(string)))], feed.Rows());
    }

    private static void Write(object? item, DuckDB.NET.Data.DataChunk.Writer.IDuckDBDataWriter[] writers, ulong row)
    {
        var values = (string?[])item!;
        for (var i = 0; i < writers.Length; i++)
        {
            if (values[i] is { } text)
            {
                writers[i].WriteValue(text, row);
            }
            else
            {
                writers[i].WriteNull(row);
            }
        }
    }

    private sealed record Feed(int Width, Func<IEnumerable<string?[]>> Rows);
}
