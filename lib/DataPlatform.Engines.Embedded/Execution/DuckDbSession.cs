using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Execution;

/// <summary>A DuckDB in this process: runs SQL and streams what it gives. Several threads may use it; each query has a connection of its own.</summary>
internal sealed partial class DuckDbSession : IDisposable
{
    private readonly DuckDBConnection _root;
    private readonly ConcurrentBag<DuckDBConnection> _idle = [];
    private readonly HashSet<string> _registered = [];
    private readonly NativeFunctionRegistry _natives = new();
    private readonly Lazy<Sources.RowFeeds> _feeds;
    private string _timeZone;
    private int _lastTable;
    private int _joinsAsWritten;

    /// <summary>Starts a DuckDB in memory.</summary>
    /// <param name="settings">DuckDB settings by name.</param>
    /// <param name="timeZone">The session time zone.</param>
    public DuckDbSession(IReadOnlyDictionary<string, string> settings, string timeZone)
    {
        _timeZone = timeZone;
        _root = new DuckDBConnection("DataSource=:memory:");
        _root.Open();
        _feeds = new Lazy<Sources.RowFeeds>(() => new Sources.RowFeeds(_root.NativeConnection));
        foreach (var (name, value) in settings)
        {
            Execute(_root, $"SET GLOBAL {name} = {Sql.SqlText.Quote(value)}");
        }
    }

    /// <summary>The session time zone; connections follow it from their next query on.</summary>
    public string TimeZone
    {
        get => Volatile.Read(ref _timeZone);
        set => Volatile.Write(ref _timeZone, value);
    }

    /// <summary>Rows of this process as tables.</summary>
    public Sources.RowFeeds Feeds => _feeds.Value;

    /// <summary>Runs statements whose rows nobody wants.</summary>
    public void Execute(string sql)
    {
        var connection = Rent(sql);
        try
        {
            Execute(connection, sql);
        }
        finally
        {
            Return(connection);
        }
    }

    /// <summary>Runs a query; its rows are read as they come. The caller disposes it.</summary>
    /// <param name="sql">One statement.</param>
    /// <param name="types">The Spark type of each column.</param>
    /// <param name="cancellation">Ends the query.</param>
    public DuckDbResult Query(string sql, IReadOnlyList<DataType> types, CancellationToken cancellation = default)
    {
        var connection = Rent(sql);
        try
        {
            return new DuckDbResult(this, connection, sql, types, cancellation);
        }
        catch
        {
            Return(connection);
            throw;
        }
    }

    /// <summary>All rows of a query of few.</summary>
    public List<object?[]> Rows(string sql, IReadOnlyList<DataType> types)
    {
        using var result = Query(sql, types);
        return result.ReadAll().ToList();
    }

    /// <summary>
    /// Joins are done as they are written, the right side hashed, until the result is disposed. For joins of a large left side that DuckDB takes for small: it reckons
    /// with a thousand rows a Parquet file whose schema it is told.
    /// </summary>
    public IDisposable JoinsAsWritten() => new JoinsAsWrittenScope(this);

    /// <summary>Makes a table of the session, with columns <c>c0</c>, <c>c1</c>, …; its name.</summary>
    public string CreateTable(StructType schema)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"rows_{Interlocked.Increment(ref _lastTable)}");
        var columns = schema.Fields.Select((f, i) => $"c{i} {Sql.DuckTypes.Of(f.DataType)}").DefaultIfEmpty("none INTEGER");
        Execute($"CREATE TABLE {name} ({string.Join(", ", columns)})");
        return name;
    }

    /// <summary>Forgets a table of the session.</summary>
    public void DropTable(string name) => Execute($"DROP TABLE {name}");

    /// <summary>Adds rows of the program to a table.</summary>
    public void Append(string table, StructType schema, IReadOnlyList<object?[]> rows)
    {
        var connection = Rent("");
        try
        {
            DuckDbAppender.Append(connection.NativeConnection, table, schema, rows);
        }
        finally
        {
            Return(connection);
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }

        _root.Dispose();
    }

    internal void Return(DuckDBConnection connection) => _idle.Add(connection);

    internal static void Execute(DuckDBConnection connection, string sql)
    {
        var state = NativeMethods.Query.DuckDBQuery(connection.NativeConnection, sql, out var result);
        try
        {
            if (state == DuckDBState.Error)
            {
                throw DuckDbErrors.From(NativeMethods.Query.DuckDBResultError(ref result), sql);
            }
        }
        finally
        {
            NativeMethods.Query.DuckDBDestroyResult(ref result);
        }
    }

    private DuckDBConnection Rent(string sql)
    {
        if (!_idle.TryTake(out var connection))
        {
            connection = _root.Duplicate();
            connection.Open();

            // What depends on a time zone is told which: a plan may speak of several.
            Execute(connection, "SET TimeZone = 'UTC'");
        }

        Register(sql);
        return connection;
    }

    private void CountJoinsAsWritten(int change)
    {
        lock (_registered)
        {
            _joinsAsWritten += change;
            Execute(_root, $"SET GLOBAL disabled_optimizers = '{(_joinsAsWritten > 0 ? "join_order,build_side_probe_side" : "")}'");
        }
    }

    // Functions of ours are made known when a query first names them: most queries name none.
    private void Register(string sql)
    {
        if (!sql.Contains("spark_", StringComparison.Ordinal))
        {
            return;
        }

        lock (_registered)
        {
            foreach (Match match in NativeName().Matches(sql))
            {
                if (!_registered.Add(match.Value))
                {
                    continue;
                }

                if (NativeFunctions.Find(match.Value) is { } function)
                {
                    _natives.Register(_root.NativeConnection, function);
                }
                else if (NativeAggregates.Find(match.Value) is { } aggregate)
                {
                    NativeAggregateRegistration.Register(_root.NativeConnection, aggregate);
                }
            }
        }
    }

    [GeneratedRegex(@"\bspark_\w+")]
    private static partial Regex NativeName();

    private sealed class JoinsAsWrittenScope : IDisposable
    {
        private readonly DuckDbSession _session;

        public JoinsAsWrittenScope(DuckDbSession session)
        {
            _session = session;
            session.CountJoinsAsWritten(1);
        }

        public void Dispose() => _session.CountJoinsAsWritten(-1);
    }
}
