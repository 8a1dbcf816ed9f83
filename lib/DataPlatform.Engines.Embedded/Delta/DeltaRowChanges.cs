using System.Globalization;
using DataPlatform.Delta;
using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Engines.Embedded.Sql;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>Deletes and updates rows of a Delta table in one commit, by writing the files that hold such rows anew.</summary>
internal sealed class DeltaRowChanges(DuckDbSession session, SessionCatalog catalog)
{
    private static readonly StructType Affected = new([new StructField("num_affected_rows", new LongType())]);

    private readonly DataFileWriter _files = new(session);

    public LocalRelation Delete(DeleteFromTable delete)
    {
        var log = catalog.Tables.Log(delete.Table);
        var transaction = log.Begin();
        var snapshot = transaction.Snapshot!;
        var target = new DeltaTarget(snapshot, delete.Alias, catalog);
        var condition = delete.Condition is null ? null : DeltaTarget.Condition(target.Binder, delete.Condition, "DELETE");
        var touched = new TouchedFiles(transaction, snapshot, target, session).Find(condition ?? new BoundLiteral(true, new BooleanType()));
        var added = touched.Partly.Count == 0
            ? []
            : _files.Write(log.TablePath, snapshot.Metadata, target.Select(touched.Partly, $"({target.Sql(condition!)}) IS NOT TRUE"));
        var metrics = new Dictionary<string, string>
        {
            ["numRemovedFiles"] = Text(touched.Whole.Count + touched.Partly.Count),
            ["numAddedFiles"] = Text(added.Count),
            ["numDeletedRows"] = Text(touched.MatchedRows),
            ["numCopiedRows"] = Text(added.Sum(f => f.NumRecords ?? 0)),
        };
        return Commit(transaction, "DELETE", touched.Whole.Concat(touched.Partly), added, delete.Condition, metrics, touched.MatchedRows);
    }

    public LocalRelation Update(UpdateTable update)
    {
        var log = catalog.Tables.Log(update.Table);
        var transaction = log.Begin();
        var snapshot = transaction.Snapshot!;
        var target = new DeltaTarget(snapshot, update.Alias, catalog);
        var condition = update.Condition is null ? new BoundLiteral(true, new BooleanType()) : DeltaTarget.Condition(target.Binder, update.Condition, "UPDATE");
        var values = RowAssignments.Updated(target, target.Binder, update.Assignments);
        RowAssignments.Compute(session, target, values);
        var touched = new TouchedFiles(transaction, snapshot, target, session).Find(condition);
        var files = touched.Whole.Concat(touched.Partly).ToList();
        var added = files.Count == 0 ? [] : _files.Write(log.TablePath, snapshot.Metadata, Updated(target, files, condition, values));
        var metrics = new Dictionary<string, string>
        {
            ["numRemovedFiles"] = Text(files.Count),
            ["numAddedFiles"] = Text(added.Count),
            ["numUpdatedRows"] = Text(touched.MatchedRows),
            ["numCopiedRows"] = Text(added.Sum(f => f.NumRecords ?? 0) - touched.MatchedRows),
        };
        return Commit(transaction, "UPDATE", files, added, update.Condition, metrics, touched.MatchedRows);
    }

    private static string Updated(DeltaTarget target, IReadOnlyList<AddFile> files, BoundExpression condition, IReadOnlyList<BoundExpression> values)
    {
        var test = target.Sql(condition);
        var columns = target.Columns.Select((column, i) =>
        {
            var (field, name) = (target.Schema.Fields[i], SqlGenerator.NameOf(column));
            var value = values[i] == column ? name : $"CASE WHEN {test} THEN {target.Sql(values[i])} ELSE {name} END";
            return $"{TableQuery.NotNull(field, value)} AS {SqlText.Name(field.Name)}";
        });
        return $"SELECT {string.Join(", ", columns)} FROM ({target.Positioned(files)})";
    }

    private static LocalRelation Commit(
        Transaction transaction,
        string operation,
        IEnumerable<AddFile> removed,
        IReadOnlyList<AddFile> added,
        Expression? condition,
        Dictionary<string, string> metrics,
        long affected)
    {
        var any = false;
        foreach (var file in removed)
        {
            transaction.Remove(file);
            any = true;
        }

        foreach (var file in added)
        {
            transaction.Add(file);
        }

        // Nothing to change is no version, as in Spark.
        if (any)
        {
            Commits.Report(transaction.Commit(operation, new Dictionary<string, string> { ["predicate"] = PredicateText(condition) }, metrics).OrThrow());
        }

        return new LocalRelation(Affected, [[affected]]);
    }

    private static string PredicateText(Expression? condition) => System.Text.Json.JsonSerializer.Serialize(
        condition is null ? [] : new[] { ColumnNames.Unsettled.Text(condition) }, DeltaJson.Default.StringArray);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
