using DataPlatform;
using DataPlatform.Plans;

namespace Microsoft.Spark.Sql.Catalog;

/// <summary>Temporary views of a session, and what it keeps of tables and views.</summary>
public sealed class Catalog
{
    private readonly SparkSession _session;

    internal Catalog(SparkSession session) => _session = session;

    /// <summary>Whether there is a table or temporary view of that name.</summary>
    public bool TableExists(string tableName) => Exists(tableName);

    /// <summary>Whether there is a table of that name in a database (<c>global_temp</c>: a global temporary view).</summary>
    public bool TableExists(string dbName, string tableName) => Exists($"{Quoted(dbName)}.{Quoted(tableName)}");

    /// <summary>Forgets a temporary view.</summary>
    /// <returns>Whether there was a table or view of that name, and is none now.</returns>
    public bool DropTempView(string viewName) => Drop(new DropTempView(viewName, IsGlobal: false), Quoted(viewName));

    /// <summary>Forgets a global temporary view.</summary>
    /// <returns>Whether there was one.</returns>
    public bool DropGlobalTempView(string viewName) => Drop(new DropTempView(viewName, IsGlobal: true), $"global_temp.{Quoted(viewName)}");

    /// <summary>Keeps the rows of a table or view after they are first computed.</summary>
    public void CacheTable(string tableName) => _session.Engine.Persist(new NamedTable(tableName), StorageLevel.MEMORY_AND_DISK);

    /// <summary>Forgets the rows kept of a table or view; nothing happens where there are none.</summary>
    public void UncacheTable(string tableName) => _session.Engine.Unpersist(new NamedTable(tableName));

    /// <summary>Forgets all rows that the session keeps, of data frames too.</summary>
    public void ClearCache() => _session.Engine.ClearCache();

    /// <summary>Reads a table or view anew at its next use, where <see cref="CacheTable"/> keeps its rows; without that every use reads it anew.</summary>
    public void RefreshTable(string tableName) => _session.Engine.RefreshTable(tableName);

    /// <summary>Whether <see cref="CacheTable"/> keeps the rows of a table or view.</summary>
    public bool IsCached(string tableName) => !_session.Engine.StorageLevel(new NamedTable(tableName)).Equals(StorageLevel.NONE);

    private static string Quoted(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    private bool Drop(DropTempView command, string name)
    {
        var existed = Exists(name);
        _session.Engine.Execute(command);
        return existed && !Exists(name);
    }

    private bool Exists(string name)
    {
        try
        {
            _session.Engine.Analyze(new NamedTable(name));
            return true;
        }
        catch (AnalysisException missing) when (missing.Code == "TABLE_OR_VIEW_NOT_FOUND")
        {
            return false;
        }
    }
}
