using DataPlatform.Plans;

namespace Microsoft.Spark.Sql;

public sealed partial class DataFrame
{
    /// <summary>As <see cref="Persist()"/>.</summary>
    public DataFrame Cache() => Persist();

    /// <summary>Keeps the rows after they are first computed, for later uses of this data frame, until <see cref="Unpersist"/> or the session's end.</summary>
    public DataFrame Persist() => Persist(Sql.StorageLevel.MEMORY_AND_DISK);

    /// <summary>As <see cref="Persist()"/>; where the rows are kept is advice. A data frame that is kept already stays as it is.</summary>
    public DataFrame Persist(StorageLevel storageLevel)
    {
        ArgumentNullException.ThrowIfNull(storageLevel);
        Session.Engine.Persist(Plan, storageLevel);
        return this;
    }

    /// <summary>The level asked for; <see cref="Sql.StorageLevel.NONE"/> where the data frame is not kept.</summary>
    public StorageLevel StorageLevel() => Session.Engine.StorageLevel(Plan);

    /// <summary>Forgets the rows that are kept; nothing happens where there are none.</summary>
    /// <param name="blocking">Whether to wait on a cluster; in process they are gone at once.</param>
    public DataFrame Unpersist(bool blocking = false)
    {
        Session.Engine.Unpersist(Plan, blocking);
        return this;
    }

    /// <summary>
    /// These rows as they are computed now, without the plan that they came from; on a cluster they lie in its checkpoint folder (<c>spark.checkpoint.dir</c>), in
    /// process in memory.
    /// </summary>
    /// <param name="eager">Whether they are computed at once; on a cluster otherwise at their first use.</param>
    public DataFrame Checkpoint(bool eager = true) => With(Session.Engine.Checkpoint(Plan, isReliable: true, eager));

    /// <summary>As <see cref="Checkpoint"/>, on a cluster in the memory and on the disks of its workers, with which they are lost.</summary>
    /// <param name="eager">Whether they are computed at once; on a cluster otherwise at their first use.</param>
    public DataFrame LocalCheckpoint(bool eager = true) => With(Session.Engine.Checkpoint(Plan, isReliable: false, eager));

    /// <summary>Names this data frame for the session; it is computed anew at every use of the name.</summary>
    /// <exception cref="DataPlatform.AnalysisException"><c>TEMP_TABLE_OR_VIEW_ALREADY_EXISTS</c>, <c>TEMP_VIEW_NAME_TOO_MANY_NAME_PARTS</c>: a dot outside back quotes.</exception>
    public void CreateTempView(string viewName) => CreateView(viewName, isGlobal: false, replace: false);

    /// <summary>As <see cref="CreateTempView"/>; a view of that name is replaced.</summary>
    public void CreateOrReplaceTempView(string viewName) => CreateView(viewName, isGlobal: false, replace: true);

    /// <summary>As <see cref="CreateTempView"/>, as <c>global_temp.name</c>, which other sessions of one Spark see too.</summary>
    /// <exception cref="DataPlatform.AnalysisException"><c>TEMP_TABLE_OR_VIEW_ALREADY_EXISTS</c>, <c>TEMP_VIEW_NAME_TOO_MANY_NAME_PARTS</c>.</exception>
    public void CreateGlobalTempView(string viewName) => CreateView(viewName, isGlobal: true, replace: false);

    /// <summary>As <see cref="CreateGlobalTempView"/>; a view of that name is replaced.</summary>
    public void CreateOrReplaceGlobalTempView(string viewName) => CreateView(viewName, isGlobal: true, replace: true);

    /// <summary>The same rows in so many partitions on a cluster; in process there is one, and nothing changes.</summary>
    public DataFrame Repartition(int numPartitions) => Spread(Positive(numPartitions), shuffle: true, []);

    /// <summary>The same rows in so many partitions, rows that share the expressions' values in one.</summary>
    public DataFrame Repartition(int numPartitions, params Column[] partitionExprs) => Spread(Positive(numPartitions), shuffle: true, partitionExprs);

    /// <summary>The same rows, those that share the expressions' values in one partition.</summary>
    public DataFrame Repartition(params Column[] partitionExprs) => Spread(null, shuffle: true, partitionExprs);

    /// <summary>The same rows in so many partitions, each a range of the expressions' order.</summary>
    public DataFrame RepartitionByRange(int numPartitions, params Column[] partitionExprs) =>
        Spread(Positive(numPartitions), shuffle: true, Ordered(partitionExprs));

    /// <summary>The same rows in partitions that are each a range of the expressions' order.</summary>
    public DataFrame RepartitionByRange(params Column[] partitionExprs) => Spread(null, shuffle: true, Ordered(partitionExprs));

    /// <summary>The same rows in at most so many partitions, by putting some together.</summary>
    public DataFrame Coalesce(int numPartitions) => Spread(Positive(numPartitions), shuffle: false, []);

    private static int? Positive(int numPartitions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numPartitions, 1);
        return numPartitions;
    }

    private static Column[] Ordered(Column[] columns) => [.. columns.Select(column => new Column(column.ToSortOrder()))];

    private DataFrame Spread(int? numPartitions, bool shuffle, Column[] columns) => With(new Repartition(Plan, numPartitions, shuffle, Expressions(columns)));

    private void CreateView(string name, bool isGlobal, bool replace)
    {
        // Spark Connect would make a view of the last part.
        if (name.Split('`').Where((_, i) => i % 2 == 0).Any(unquoted => unquoted.Contains('.', StringComparison.Ordinal)))
        {
            throw SparkErrors.ViewNameOfParts(name);
        }

        Session.Engine.Execute(new CreateDataFrameView(Plan, name, isGlobal, replace));
    }
}
