namespace DataPlatform.Pipelines;

/// <summary>
/// Takes new files of sources into bronze tables, each file exactly once. A file that changed since (size or time) is a new delivery.
/// </summary>
/// <remarks>
/// In order: the landing folder is listed and what the ledger knows is left out; the new files are read and judged; they are recorded in the ledger as a batch;
/// each bronze table gets its rows in one commit that carries the batch as the version of its <c>txn</c>. A run that is killed before the ledger's commit has
/// changed nothing. One that is killed after it left a batch that the next run submits again, and that Delta skips where the commit was made.
/// </remarks>
/// <param name="run">The run.</param>
public sealed class Ingestion(RunContext run)
{
    private readonly LandingFolder _landing = new(run.Settings.Landing);

    /// <summary>Takes in what is new of some sources. Refused data of one source keeps all of them from being written.</summary>
    /// <exception cref="DataRefusedException">A file is not what its source promises; no table was changed.</exception>
    /// <exception cref="DataPlatformException"><c>CONCURRENT_INGESTION</c>, transient; <c>BATCH_FILE_MISSING</c>.</exception>
    public void Run(params IReadOnlyList<FileSource> sources)
    {
        var landed = _landing.List(sources, run.Settings.LogicalDate).ToLookup(file => file.Source);
        var ledger = IngestionLedger.Read(run);
        if (!run.Settings.IsFullRefresh)
        {
            foreach (var source in sources)
            {
                Resume(source, ledger);
            }
        }

        var fresh = sources.ToDictionary(source => source, source => run.Settings.IsFullRefresh ? [.. landed[source.Name]] : ledger.WithoutKnown(source.Name, landed[source.Name]));
        foreach (var source in sources.Where(source => fresh[source].Count == 0))
        {
            run.Record(new TableOutcome(Table(source).Identifier, "unchanged"));
        }

        TakeIn([.. sources.Where(source => fresh[source].Count > 0).Select(source => (source, NewBatch(ledger.NextId, fresh[source])))], ledger);
    }

    private void TakeIn(IReadOnlyList<(FileSource Source, Batch Batch)> batches, IngestionLedger ledger)
    {
        if (batches.Count == 0)
        {
            return;
        }

        var writers = batches.Select(batch => new BronzeWriter(run, batch.Source, _landing)).ToList();
        var judged = new DeliveredRows?[batches.Count];
        try
        {
            run.InParallel([.. writers.Select((writer, index) => (Action)(() => judged[index] = writer.Judge(batches[index].Batch)))]);
            run.Cancellation.ThrowIfCancellationRequested();
            ledger.Record([.. batches.Select(batch => batch.Batch)]);
            run.InParallel([.. writers.Select((writer, index) => (Action)(() => writer.Write(judged[index]!)))]);
        }
        finally
        {
            Array.ForEach(judged, rows => rows?.Dispose());
        }
    }

    /// <summary>Submits again what is recorded and may not be written. Judging it once more costs little and keeps one way of reading.</summary>
    private void Resume(FileSource source, IngestionLedger ledger)
    {
        var done = run.Updates.Last(Table(source))?.Sequence ?? 0;
        foreach (var batch in ledger.After(source.Name, done))
        {
            run.Log.Warning($"{Table(source)} may lack a recorded batch; it is submitted again", ("batch", batch.Id), ("recorded_by", batch.RunId));
            foreach (var file in batch.Files.Where(file => !File.Exists(_landing.FullPath(file.Path))))
            {
                throw PipelineErrors.BatchFileMissing(batch.Id, file.Path);
            }

            var writer = new BronzeWriter(run, source, _landing);
            using var rows = writer.Judge(batch);
            writer.Write(rows);
        }
    }

    private LakeTable Table(FileSource source) => run.Lake.Bronze(source.Name);

    private Batch NewBatch(long id, IReadOnlyList<LandedFile> files) => new(id, files, run.Settings.IsFullRefresh, run.Settings.RunId, run.StartedAt);
}
