using DataPlatform.Delta;
using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>
/// Merges rows into a Delta table in one commit. The source is computed once; a join finds which target rows it matches; only files that hold a row to change are
/// written anew, with the inserted rows beside them.
/// </summary>
internal sealed class DeltaMerge(DuckDbSession session, SessionCatalog catalog, EmbeddedConfiguration configuration)
{
    private static readonly StructType Result = new(
    [
        new("num_affected_rows", new LongType()), new("num_updated_rows", new LongType()),
        new("num_deleted_rows", new LongType()), new("num_inserted_rows", new LongType()),
    ]);

    /// <exception cref="DataPlatformException">
    /// <c>DELTA_MERGE_MISSING_WHEN</c>, <c>DELTA_MULTIPLE_SOURCE_ROW_MATCHING_TARGET_ROW_IN_MERGE</c>, <c>DELTA_MERGE_UNRESOLVED_EXPRESSION</c>, those of analysis and of a
    /// commit; nothing was changed.
    /// </exception>
    public LocalRelation Run(MergeIntoTable merge)
    {
        if (merge.Matched.Count + merge.NotMatched.Count + merge.NotMatchedBySource.Count == 0)
        {
            throw new AnalysisException("DELTA_MERGE_MISSING_WHEN", "A merge needs a clause: whenMatched, whenNotMatched or whenNotMatchedBySource.");
        }

        var log = catalog.Tables.Log(merge.Table);
        var transaction = log.Begin();
        var analyzer = new Analyzer(catalog);
        var source = analyzer.Bind(merge.Source);
        var schema = Evolved(merge, transaction, source);
        var target = new DeltaTarget(transaction.Snapshot!, merge.TargetAlias, catalog, analyzer, schema);
        var clauses = new MergeClauses(merge, target, source, analyzer);
        RowAssignments.Compute(session, target, clauses.Matched.Concat(clauses.NotMatched).Concat(clauses.NotMatchedBySource).SelectMany(clause => clause.Values ?? []));
        var execution = new MergeExecution(session, transaction, target, source, clauses);
        try
        {
            var counts = execution.Run(query => new DataFileWriter(session).Write(log.TablePath, transaction.Metadata!, query));
            Commit(transaction, merge, counts);
            return new LocalRelation(Result, [[counts.Updated + counts.Deleted + counts.Inserted, counts.Updated, counts.Deleted, counts.Inserted]]);
        }
        finally
        {
            execution.DropTables();
        }
    }

    private StructType Evolved(MergeIntoTable merge, Transaction transaction, Bound source)
    {
        var table = transaction.Snapshot!.Metadata;
        var takesAll = merge.Matched.Concat(merge.NotMatched).Any(a => a.Kind is MergeActionKind.UpdateStar or MergeActionKind.InsertStar);
        if (!takesAll || !(merge.WithSchemaEvolution || bool.Parse(configuration[EmbeddedConfiguration.AutoMerge])))
        {
            return table.Schema;
        }

        var schema = SchemaMerge.Merge(table.Schema, source.Schema);
        if (schema != table.Schema)
        {
            transaction.SetMetadata(table.WithSchema(schema));
        }

        return schema;
    }

    private static void Commit(Transaction transaction, MergeIntoTable merge, MergeCounts counts)
    {
        if (!counts.ChangesTable && transaction.Metadata == transaction.Snapshot!.Metadata)
        {
            return;
        }

        var parameters = new Dictionary<string, string>
        {
            ["predicate"] = System.Text.Json.JsonSerializer.Serialize([ColumnNames.Unsettled.Text(merge.Condition)], DeltaJson.Default.StringArray),
            ["matchedPredicates"] = Clauses(merge.Matched),
            ["notMatchedPredicates"] = Clauses(merge.NotMatched),
            ["notMatchedBySourcePredicates"] = Clauses(merge.NotMatchedBySource),
        };
        Commits.Report(transaction.Commit("MERGE", parameters, counts.Metrics()).OrThrow());
    }

    private static string Clauses(IEnumerable<MergeAction> actions) => $"[{string.Join(",", actions.Select(a =>
    {
        var type = a.Kind switch
        {
            MergeActionKind.Delete => "delete",
            MergeActionKind.Update or MergeActionKind.UpdateStar => "update",
            _ => "insert",
        };
        return a.Condition is null
            ? $"{{\"actionType\":\"{type}\"}}"
            : $"{{\"predicate\":{System.Text.Json.JsonSerializer.Serialize(ColumnNames.Unsettled.Text(a.Condition), DeltaJson.Default.String)},\"actionType\":\"{type}\"}}";
    }))}]";
}
