using DataPlatform.Plans;

namespace Microsoft.Spark.Sql.Catalog;

/// <summary>Temporary views of a session, and what it keeps of tables and views.</summary>
public sealed class Catalog
{
    private readonly SparkSession _session;

    internal Catalog(SparkSession session) => _session = session;

    /// <summary>Keeps the rows of a table or view after they are first computed.</summary>
    public void CacheTable(string tableName)
    {
        if (_session.Persisted.Add(new NamedTable(tableName), StorageLevel.MEMORY_AND_DISK))
        {
            _session.Engine.Persist(new NamedTable(tableName));
        }
    }

    /// <summary>Forgets the rows kept of a table or view; nothing happens where there are none.</summary>
    public void UncacheTable(string tableName)
    {
        if (_session.Persisted.Remove(new NamedTable(tableName)))
        {
            _session.Engine.Unpersist(new NamedTable(tableName));
        }
    }

    /// <summary>Forgets all rows that the session keeps, of data frames too.</summary>
    public void ClearCache()
    {
        foreach (var plan in _session.Persisted.RemoveAll())
        {
            _session.Engine.Unpersist(plan);
        }
    }

    /// <summary>Whether <see cref="CacheTable"/> keeps the rows of a table or view.</summary>
    public bool IsCached(string tableName) => !_session.Persisted.LevelOf(new NamedTable(tableName)).Equals(StorageLevel.NONE);
}
