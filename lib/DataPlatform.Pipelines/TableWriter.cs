using System.Collections;
using System.Globalization;
using Microsoft.Spark.Extensions.Delta.Tables;
using Microsoft.Spark.Sql;

namespace DataPlatform.Pipelines;

/// <summary>Writes tables of the lake in ways that give the same table when they are done again.</summary>
public static class TableWriter
{
    /// <summary>
    /// Judges rows and puts those that stay in the place of some slices of a table, and those in quarantine in the place of the same slices of the quarantine table.
    /// The tables are made where they are missing; a quarantine table only where something goes into it. Each is one commit; the quarantine's comes first, so
    /// that no row is in neither.
    /// </summary>
    /// <param name="run">The run, which records the outcome.</param>
    /// <param name="table">The table.</param>
    /// <param name="rows">All rows of these slices, and of no others.</param>
    /// <param name="slices">The slices; not none.</param>
    /// <param name="expectations">What is expected of the rows.</param>
    /// <exception cref="DataRefusedException"><c>EXPECTATION_FAILED</c>; no table was changed.</exception>
    public static void Replace(RunContext run, LakeTable table, DataFrame rows, Slices slices, IReadOnlyList<Expectation> expectations)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(table);
        run.Cancellation.ThrowIfCancellationRequested();
        var started = run.Clock.GetTimestamp();
        if (expectations.Count == 0 && slices.IsAll && !TableReader.Exists(run, table.Quarantine))
        {
            Overwrite(run, table, rows, started);
            return;
        }

        using var judged = JudgedRows.Judge(table, rows, expectations);
        run.Cancellation.ThrowIfCancellationRequested();
        if (judged.QuarantinedCount > 0 || TableReader.Exists(run, table.Quarantine))
        {
            Save(run, table.Quarantine, judged.InQuarantine, slices);
        }

        var existed = Save(run, table, judged.Accepted, slices);
        run.Record(new TableOutcome(table.Identifier, existed ? "replaced" : "created")
        {
            Version = VersionOf(run, table),
            RowsRead = judged.Count,
            RowsWritten = judged.AcceptedCount,
            RowsQuarantined = judged.QuarantinedCount,
            RowsDropped = judged.DroppedCount,
            Seconds = run.Clock.GetElapsedTime(started).TotalSeconds,
            Expectations = judged.Results,
        });
    }

    /// <summary>
    /// Puts rows in the place of all that a table has, unless it has exactly these. Gives the keys of rows that are new, gone or different, as text; null where
    /// the table was made. For tables that are small beside the machine.
    /// </summary>
    /// <param name="run">The run, which records the outcome.</param>
    /// <param name="table">The table.</param>
    /// <param name="rows">All rows of the table.</param>
    /// <param name="key">The column whose values are given back.</param>
    /// <param name="expectations">What is expected of the rows.</param>
    /// <param name="isFull">Whether the table is written also where it is equal, and all of it counts as changed.</param>
    /// <exception cref="DataRefusedException"><c>EXPECTATION_FAILED</c>; no table was changed.</exception>
    public static IReadOnlyList<string>? Synchronize(RunContext run, LakeTable table, DataFrame rows, string key, IReadOnlyList<Expectation> expectations, bool isFull)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (isFull || !TableReader.Exists(run, table))
        {
            Replace(run, table, rows, Slices.All(key), expectations);
            return null;
        }

        run.Cancellation.ThrowIfCancellationRequested();
        var kept = rows.Persist();
        try
        {
            var changed = ChangedKeys(kept, TableReader.Read(run, table), key);
            if (changed.Count == 0)
            {
                run.Record(new TableOutcome(table.Identifier, "unchanged"));
            }
            else
            {
                Replace(run, table, kept, Slices.All(key), expectations);
            }

            return changed;
        }
        finally
        {
            kept.Unpersist();
        }
    }

    /// <summary>The table's version.</summary>
    public static long VersionOf(RunContext run, LakeTable table)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(table);
        return LastCommit(run, table).GetAs<long>("version");
    }

    /// <summary>Where nothing is to be judged, rows need not be kept to be looked at first: the commit tells how many there were.</summary>
    private static void Overwrite(RunContext run, LakeTable table, DataFrame rows, long started)
    {
        var existed = Save(run, table, rows, Slices.All(""));
        var commit = LastCommit(run, table);
        var count = long.Parse((string)commit.GetAs<IDictionary>("operationMetrics")["numOutputRows"]!, CultureInfo.InvariantCulture);
        run.Record(new TableOutcome(table.Identifier, existed ? "replaced" : "created")
        {
            Version = commit.GetAs<long>("version"),
            RowsRead = count,
            RowsWritten = count,
            Seconds = run.Clock.GetElapsedTime(started).TotalSeconds,
        });
    }

    private static Row LastCommit(RunContext run, LakeTable table) => DeltaTable.ForPath(run.Spark, table.Path).History(1).Collect().Single();

    private static List<string> ChangedKeys(DataFrame rows, DataFrame table, string key)
    {
        var name = Functions.Col(Sql.Name(key)).Cast("string").As("changed");
        return [.. rows.Except(table).Select(name).Union(table.Except(rows).Select(name)).Distinct().Collect().Select(row => row.GetAs<string>(0)).Order(StringComparer.Ordinal)];
    }

    private static bool Save(RunContext run, LakeTable table, DataFrame rows, Slices slices)
    {
        var existed = TableReader.Exists(run, table);
        var writer = rows.Write().Format("delta").Mode(SaveMode.Overwrite);
        (existed && !slices.IsAll ? writer.Option("replaceWhere", slices.Condition()) : writer.Option("overwriteSchema", true)).Save(table.Path);
        return existed;
    }
}
