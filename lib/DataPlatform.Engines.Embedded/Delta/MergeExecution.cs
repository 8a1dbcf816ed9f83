using DataPlatform.Delta;
using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>
/// One run of a merge. Two tables of the session carry it: the source's rows with a number each (<c>rid</c>), and the matched pairs: target position, source row, and
/// the first clause whose condition holds (<c>clause</c>, null where none does).
/// </summary>
internal sealed class MergeExecution(DuckDbSession session, Transaction transaction, DeltaTarget target, Bound source, MergeClauses clauses)
{
    private readonly string _source = $"merge_source_{transaction.Id.Replace("-", "", StringComparison.Ordinal)}";
    private readonly string _pairs = $"merge_pairs_{transaction.Id.Replace("-", "", StringComparison.Ordinal)}";

    /// <summary>Runs the merge up to its commit: files are removed from and added to the transaction.</summary>
    public MergeCounts Run(Func<string, IReadOnlyList<AddFile>> write)
    {
        session.Execute($"CREATE TABLE {_source} AS SELECT *, row_number() OVER () AS rid FROM ({SqlGenerator.Internal(source.Plan, session.TimeZone)})");
        using var asWritten = session.JoinsAsWritten();
        var candidates = Candidates();
        session.Execute($"CREATE TABLE {_pairs} AS {Pairs(candidates)}");
        CheckSingleMatches();
        var touched = Touched(candidates);
        var before = RowsIn([.. touched.Select(i => candidates[i])]);
        var (updated, deleted) = Changes(candidates);
        var inserted = clauses.NotMatched.Count == 0 ? 0 : Count($"SELECT count(*) FROM ({Inserts()})");
        var parts = new List<string>();
        if (touched.Count > 0)
        {
            parts.Add(Rewritten(candidates, touched));
        }

        if (inserted > 0)
        {
            parts.Add(Inserts());
        }

        var added = parts.Count == 0 ? [] : write(string.Join(" UNION ALL ", parts));
        foreach (var index in touched)
        {
            transaction.Remove(candidates[index]);
        }

        foreach (var file in added)
        {
            transaction.Add(file);
        }

        return new MergeCounts(Count($"SELECT count(*) FROM {_source}"), updated, deleted, inserted, before - updated - deleted, added.Count, touched.Count);
    }

    public void DropTables()
    {
        session.Execute($"DROP TABLE IF EXISTS {_source}");
        session.Execute($"DROP TABLE IF EXISTS {_pairs}");
    }

    // Rows that no source row can match need not be looked at, unless clauses say what becomes of them.
    private IReadOnlyList<AddFile> Candidates()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(session.TimeZone);
        if (clauses.NotMatchedBySource.Count > 0)
        {
            transaction.ReadWholeTable();
            return [.. transaction.Snapshot!.AllFiles];
        }

        var own = MergePruning.Predicate(clauses.Condition, target, source, expression =>
            session.Rows($"SELECT min(x), max(x), count(*) FROM (SELECT {target.Sql(expression)} AS x FROM {_source})", [expression.Type, expression.Type, new LongType()])[0]);
        return transaction.ReadFiles(own, zone);
    }

    private string Pairs(IReadOnlyList<AddFile> candidates) =>
        $"SELECT file_index, file_row_number, rid, {FirstClause(clauses.Matched)} AS clause " +
        $"FROM ({target.Positioned(candidates)}) AS target JOIN {_source} AS source ON {target.Sql(clauses.Condition)}";

    private string FirstClause(List<MergeClause> list) => list.Count == 0
        ? "CAST(NULL AS INTEGER)"
        : $"CASE {string.Join(" ", list.Select((c, i) => $"WHEN {(c.Condition is null ? "TRUE" : target.Sql(c.Condition))} THEN {i}"))} END";

    private void CheckSingleMatches()
    {
        if (clauses.AllowsSeveralMatches)
        {
            return;
        }

        if (Count($"SELECT count(*) FROM (SELECT 1 FROM {_pairs} WHERE clause IS NOT NULL GROUP BY file_index, file_row_number HAVING count(*) > 1)") is > 0 and var rows)
        {
            throw new DataPlatformException(
                "DELTA_MULTIPLE_SOURCE_ROW_MATCHING_TARGET_ROW_IN_MERGE",
                $"Several source rows match the same row of {transaction.Snapshot!.TablePath} ({rows} such rows), and it is not said which counts. " +
                "Deduplicate the source by the merge's key first.");
        }
    }

    private List<int> Touched(IReadOnlyList<AddFile> candidates)
    {
        var indexes = $"SELECT DISTINCT file_index FROM {_pairs} WHERE clause IS NOT NULL";
        if (clauses.NotMatchedBySource.Count > 0)
        {
            indexes += $" UNION SELECT DISTINCT file_index FROM ({Unmatched(candidates)}) WHERE clause IS NOT NULL";
        }

        return session.Rows($"SELECT CAST(file_index AS INTEGER) FROM ({indexes}) ORDER BY 1", [new IntegerType()]).ConvertAll(r => (int)r[0]!);
    }

    // Target rows without a source row, with the clause that takes each.
    private string Unmatched(IReadOnlyList<AddFile> candidates) =>
        $"SELECT file_index, {FirstClause(clauses.NotMatchedBySource)} AS clause FROM ({target.Positioned(candidates)}) AS target " +
        $"ANTI JOIN {_pairs} AS pairs USING (file_index, file_row_number)";

    private (long Updated, long Deleted) Changes(IReadOnlyList<AddFile> candidates)
    {
        var (updated, deleted) = (0L, 0L);
        void Add(string query, List<MergeClause> list)
        {
            foreach (var row in session.Rows($"SELECT clause, count(*) FROM ({query}) WHERE clause IS NOT NULL GROUP BY clause", [new IntegerType(), new LongType()]))
            {
                if (list[(int)row[0]!].IsDelete)
                {
                    deleted += (long)row[1]!;
                }
                else
                {
                    updated += (long)row[1]!;
                }
            }
        }

        Add($"SELECT DISTINCT file_index, file_row_number, clause FROM {_pairs}", clauses.Matched);
        if (clauses.NotMatchedBySource.Count > 0)
        {
            Add(Unmatched(candidates), clauses.NotMatchedBySource);
        }

        return (updated, deleted);
    }

    private string Rewritten(IReadOnlyList<AddFile> candidates, List<int> touched)
    {
        var files = touched.ConvertAll(i => candidates[i]);
        var positioned = $"SELECT * REPLACE ([{string.Join(", ", touched)}][CAST(file_index AS BIGINT) + 1] AS file_index) FROM ({target.Positioned(files)})";
        var matched = $"SELECT file_index, file_row_number, any_value(rid) FILTER (WHERE clause IS NOT NULL) AS rid, " +
            $"any_value(clause) FILTER (WHERE clause IS NOT NULL) AS clause FROM {_pairs} GROUP BY file_index, file_row_number";
        var rows = $"SELECT target.*, source.* EXCLUDE (rid), pairs.clause AS matched_clause, " +
            $"CASE WHEN pairs.file_index IS NULL THEN {FirstClause(clauses.NotMatchedBySource)} END AS unmatched_clause " +
            $"FROM ({positioned}) AS target LEFT JOIN ({matched}) AS pairs USING (file_index, file_row_number) LEFT JOIN {_source} AS source USING (rid)";
        var columns = target.Columns.Select((c, i) => $"{TableQuery.NotNull(Field(i), Value(i))} AS {SqlText.Name(Field(i).Name)}");
        return $"SELECT {string.Join(", ", columns)} FROM ({rows}) WHERE {Kept("matched_clause", clauses.Matched)} AND {Kept("unmatched_clause", clauses.NotMatchedBySource)}";
    }

    private StructField Field(int index) => target.Schema.Fields[index];

    private string Value(int column)
    {
        var cases = Cases("matched_clause", clauses.Matched, column) + Cases("unmatched_clause", clauses.NotMatchedBySource, column);
        var name = SqlGenerator.NameOf(target.Columns[column]);
        return cases.Length == 0 ? name : $"CASE{cases} ELSE {name} END";
    }

    private string Cases(string clause, List<MergeClause> list, int column) => string.Concat(list
        .Select((c, i) => (c.Values, Index: i))
        .Where(c => c.Values is not null)
        .Select(c => $" WHEN {clause} = {c.Index} THEN {target.Sql(c.Values![column])}"));

    private static string Kept(string clause, List<MergeClause> list)
    {
        var deletes = list.Select((c, i) => (c.IsDelete, Index: i)).Where(c => c.IsDelete).Select(c => c.Index).ToList();
        return deletes.Count == 0 ? "TRUE" : $"({clause} IS NULL OR {clause} NOT IN ({string.Join(", ", deletes)}))";
    }

    private string Inserts()
    {
        var columns = target.Columns.Select((_, i) =>
        {
            var value = $"CASE{Cases("clause", clauses.NotMatched, i)} END";
            return $"{TableQuery.NotNull(Field(i), value)} AS {SqlText.Name(Field(i).Name)}";
        });
        return $"SELECT {string.Join(", ", columns)} FROM (SELECT *, {FirstClause(clauses.NotMatched)} AS clause FROM {_source} " +
            $"WHERE rid NOT IN (SELECT rid FROM {_pairs})) WHERE clause IS NOT NULL";
    }

    // The log knows as a rule; files of writers without statistics are counted.
    private long RowsIn(IReadOnlyList<AddFile> files) => files.All(f => f.LiveRecords is not null)
        ? files.Sum(f => f.LiveRecords!.Value)
        : Count($"SELECT count(*) FROM ({target.Positioned(files)})");

    private long Count(string query) => (long)session.Rows(query, [new LongType()])[0][0]!;
}
