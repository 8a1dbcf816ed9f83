using Microsoft.Spark.Sql;

namespace Specification;

/// <summary>An engine under specification: a session for each family of cases, so that their views do not meet.</summary>
public abstract class EngineFixture : IDisposable
{
    private readonly Dictionary<string, SparkSession> _sessions = new(StringComparer.Ordinal);

    protected EngineFixture(string name)
    {
        Gaps = Gap.Of(name);
        First = Connect();
    }

    public IReadOnlyDictionary<string, Gap> Gaps { get; }

    /// <summary>A folder for what the cases write; it goes with the fixture.</summary>
    public string Scratch { get; } = Directory.CreateTempSubdirectory("specification").FullName;

    private SparkSession First { get; }

    public SparkSession SessionOf(GoldenFile file, string family)
    {
        if (!_sessions.TryGetValue(family, out var session))
        {
            session = First.NewSession();
            foreach (var (name, query) in file.Views)
            {
                session.Sql(query).CreateOrReplaceTempView(name);
            }

            _sessions[family] = session;
        }

        return session;
    }

    public void Dispose()
    {
        foreach (var session in _sessions.Values.Append(First))
        {
            session.Dispose();
        }

        Directory.Delete(Scratch, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected abstract SparkSession Connect();
}
