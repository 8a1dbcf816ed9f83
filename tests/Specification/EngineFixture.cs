using System.Collections.Concurrent;
using Microsoft.Spark.Sql;

namespace Specification;

/// <summary>An engine under specification: a session for each family of cases, so that their views do not meet. Nothing starts before the first session is asked for.</summary>
public abstract class EngineFixture : IDisposable
{
    private static readonly Lock Starting = new();

    private readonly ConcurrentDictionary<string, Lazy<SparkSession>> _sessions = new(StringComparer.Ordinal);
    private readonly Lazy<SparkSession> _first;

    protected EngineFixture(string name)
    {
        Gaps = Gap.Of(name);
        _first = new Lazy<SparkSession>(Start);
    }

    public IReadOnlyDictionary<string, Gap> Gaps { get; }

    /// <summary>A folder for what the cases write; it goes with the fixture.</summary>
    public string Scratch { get; } = Directory.CreateTempSubdirectory("specification").FullName;

    /// <summary>The session of a family, with the views that its cases read.</summary>
    public SparkSession SessionOf(GoldenFile file, string family) => SessionOf(family, session =>
    {
        foreach (var (name, query) in file.Views)
        {
            session.Sql(query).CreateOrReplaceTempView(name);
        }
    });

    /// <summary>The session of that name; a new one is prepared first.</summary>
    public SparkSession SessionOf(string name, Action<SparkSession> prepare) => _sessions.GetOrAdd(name, _ => new Lazy<SparkSession>(() =>
    {
        var session = _first.Value.NewSession();
        prepare(session);
        return session;
    })).Value;

    public void Dispose()
    {
        foreach (var session in _sessions.Values.Append(_first).Where(session => session.IsValueCreated))
        {
            session.Value.Dispose();
        }

        Directory.Delete(Scratch, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected abstract Builder Master();

    /// <summary>A session of this engine, whichever other sessions run in the process.</summary>
    private SparkSession Start()
    {
        lock (Starting)
        {
            SparkSession.ClearActiveSession();
            SparkSession.ClearDefaultSession();
            var session = Master().AppName("specification").Config("spark.sql.session.timeZone", "UTC").GetOrCreate();
            SparkSession.ClearActiveSession();
            SparkSession.ClearDefaultSession();
            return session;
        }
    }
}
