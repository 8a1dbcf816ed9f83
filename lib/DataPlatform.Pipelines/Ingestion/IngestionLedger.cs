using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Pipelines;

/// <summary>
/// <c>ops/ingested_files</c>: which files were taken in, in which batch; grain: a file and a batch. It is written before the bronze tables, so that a batch whose
/// run was killed is found and finished by the next one.
/// </summary>
internal sealed class IngestionLedger
{
    private static readonly StructType Schema = StructType.FromDdl(
        "batch_id BIGINT, source STRING, path STRING, size BIGINT, modified_at TIMESTAMP, delivery_date DATE, replaces_all BOOLEAN, run_id STRING, recorded_at TIMESTAMP");

    private readonly RunContext _run;
    private readonly List<Batch> _batches;

    private IngestionLedger(RunContext run, List<Batch> batches) => (_run, _batches) = (run, batches);

    /// <summary>The next batch's id.</summary>
    public long NextId => _batches.Count == 0 ? 1 : _batches.Max(batch => batch.Id) + 1;

    private static LakeTable TableOf(RunContext run) => run.Lake.Ops("ingested_files");

    /// <summary>Reads the ledger; an empty one where there is none yet.</summary>
    public static IngestionLedger Read(RunContext run)
    {
        var table = TableOf(run);
        if (!TableReader.Exists(run, table))
        {
            return new IngestionLedger(run, []);
        }

        var rows = TableReader.Read(run, table).Select("batch_id", "source", "path", "size", "modified_at", "delivery_date", "replaces_all", "run_id", "recorded_at").Collect();
        var batches = rows
            .GroupBy(row => (Id: row.GetAs<long>("batch_id"), Source: row.GetAs<string>("source")))
            .Select(group => BatchOf(group.Key.Id, group))
            .OrderBy(batch => batch.Id);
        return new IngestionLedger(run, [.. batches]);
    }

    /// <summary>The batches of a source after one, in order; of those before one that replaces all nothing would be left, so they are passed over.</summary>
    public IReadOnlyList<Batch> After(string source, long batchId)
    {
        var batches = Of(source).Where(batch => batch.Id > batchId).ToList();
        return batches[Math.Max(0, batches.FindLastIndex(batch => batch.ReplacesAll))..];
    }

    /// <summary>Those of the files that no batch holds as they are now: new ones, and ones that changed since.</summary>
    public IReadOnlyList<LandedFile> WithoutKnown(string source, IEnumerable<LandedFile> files)
    {
        var batches = Of(source).ToList();
        var start = batches.FindLast(batch => batch.ReplacesAll)?.Id ?? 0;
        var known = batches.Where(batch => batch.Id >= start).SelectMany(batch => batch.Files).Select(Identity).ToHashSet();
        return [.. files.Where(file => !known.Contains(Identity(file)))];
    }

    /// <summary>Records batches, one a source, in one commit.</summary>
    /// <exception cref="DataPlatformException"><c>CONCURRENT_INGESTION</c>, transient: another run recorded a batch of the same number.</exception>
    public void Record(IReadOnlyList<Batch> batches)
    {
        var rows = batches.SelectMany(batch => batch.Files.Select(file => new GenericRow(
        [
            batch.Id, file.Source, file.Path, file.Size, Instants.Of(file.ModifiedAt), Instants.Of(file.DeliveryDate), batch.ReplacesAll, batch.RunId, Instants.Of(batch.RecordedAt),
        ])));
        var id = batches[0].Id;
        _run.Spark.CreateDataFrame(rows, Schema).Write().Format("delta").Mode(SaveMode.Append)
            .Option("txnAppId", "ingested_files").Option("txnVersion", id).Save(TableOf(_run).Path);

        // A commit of the same version by another run makes this one a repeat, which Delta skips without a word.
        var owner = Read(_run)._batches.Find(batch => batch.Id == id)?.RunId;
        if (owner != _run.Settings.RunId)
        {
            throw PipelineErrors.ConcurrentIngestion(id, owner ?? "unknown");
        }

        _batches.AddRange(batches);
    }

    private IEnumerable<Batch> Of(string source) => _batches.Where(batch => batch.Files[0].Source == source);

    private static (string Path, long Size, DateTimeOffset ModifiedAt) Identity(LandedFile file) => (file.Path, file.Size, file.ModifiedAt);

    private static Batch BatchOf(long id, IEnumerable<Row> rows)
    {
        var first = rows.First();
        return new Batch(id, [.. rows.Select(FileOf)], first.GetAs<bool>("replaces_all"), first.GetAs<string>("run_id"), Instants.Of(first.GetAs<Timestamp>("recorded_at")));
    }

    private static LandedFile FileOf(Row row) => new(
        row.GetAs<string>("source"),
        row.GetAs<string>("path"),
        row.GetAs<long>("size"),
        Instants.Of(row.GetAs<Timestamp>("modified_at")),
        Instants.Of(row.GetAs<Date>("delivery_date")));
}
