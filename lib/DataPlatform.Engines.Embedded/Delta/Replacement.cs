using DataPlatform.Delta;
using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>Which files an overwrite takes out of a table.</summary>
internal sealed class Replacement(Transaction transaction, Snapshot snapshot)
{
    /// <summary>All of them.</summary>
    public void Everything()
    {
        transaction.ReadWholeTable();
        foreach (var file in snapshot.AllFiles)
        {
            transaction.Remove(file);
        }
    }

    /// <summary>Those of the partitions that new files are in.</summary>
    public void Partitions(IReadOnlyList<AddFile> added)
    {
        transaction.ReadWholeTable();
        var written = added.Select(Key).ToHashSet(StringComparer.Ordinal);
        foreach (var file in snapshot.AllFiles.Where(f => written.Contains(Key(f))))
        {
            transaction.Remove(file);
        }
    }

    /// <summary>The condition of <c>replaceWhere</c>, settled over the table's columns.</summary>
    public ReplaceCondition Condition(Expression predicate, StructType schema, SessionCatalog catalog) => new(predicate, snapshot, schema, catalog);

    /// <summary>Those in which a row fulfils the condition; their other rows are written anew.</summary>
    public void Matching(ReplaceCondition condition, DuckDbSession session, Func<string, IReadOnlyList<AddFile>> write)
    {
        var touched = new TouchedFiles(transaction, snapshot, condition.Target, session).Find(condition.Bound);
        foreach (var file in touched.Whole.Concat(touched.Partly))
        {
            transaction.Remove(file);
        }

        if (touched.Partly.Count > 0)
        {
            foreach (var file in write(condition.Target.Select(touched.Partly, $"({condition.Target.Sql(condition.Bound)}) IS NOT TRUE")))
            {
                transaction.Add(file);
            }
        }
    }

    private static string Key(AddFile file) => PartitionPath.Of(file.PartitionValues.OrderBy(p => p.Key, StringComparer.Ordinal));
}
