using DataPlatform.Delta;
using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Execution;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>Finds the files that hold a row that fulfils a condition.</summary>
internal sealed class TouchedFiles(Transaction transaction, Snapshot snapshot, DeltaTarget target, DuckDbSession session)
{
    /// <summary>
    /// The files all of whose rows fulfil it as the log tells (without reading them), and those of which some do, with their numbers. What was read is recorded in the transaction.
    /// </summary>
    public (IReadOnlyList<AddFile> Whole, IReadOnlyList<AddFile> Partly, long MatchedRows, long PartlyRows) Find(BoundExpression condition)
    {
        var predicate = target.Predicate(condition);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(session.TimeZone);
        transaction.ReadFiles(predicate, zone);
        var classified = snapshot.Classify(predicate, zone).Where(f => f.Match != FileMatch.None).ToList();
        var whole = classified.Where(f => f.Match == FileMatch.All).Select(f => f.File).ToList();
        var candidates = classified.Where(f => f.Match != FileMatch.All).Select(f => f.File).ToList();
        if (candidates.Count == 0)
        {
            return (whole, [], whole.Sum(f => f.LiveRecords ?? 0), 0);
        }

        var rows = session.Rows(
            $"SELECT CAST(file_index AS BIGINT), count(*) FILTER (WHERE {target.Sql(condition)}), count(*) FROM ({target.Positioned(candidates)}) GROUP BY file_index",
            [new LongType(), new LongType(), new LongType()]);
        var partly = rows.Where(r => (long)r[1]! > 0).ToList();
        return (
            whole,
            [.. partly.Select(r => candidates[(int)(long)r[0]!])],
            whole.Sum(f => f.LiveRecords ?? 0) + partly.Sum(r => (long)r[1]!),
            partly.Sum(r => (long)r[2]!));
    }
}
