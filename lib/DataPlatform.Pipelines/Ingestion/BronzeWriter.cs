using Microsoft.Spark.Sql;
using static Microsoft.Spark.Sql.Functions;

namespace DataPlatform.Pipelines;

/// <summary>Reads a batch of one source, judges it and writes it to the source's bronze table.</summary>
internal sealed class BronzeWriter(RunContext run, FileSource source, LandingFolder landing)
{
    private const string Misfit = "__misfit";

    private readonly LakeTable _table = run.Lake.Bronze(source.Name);

    /// <summary>Reads a batch and looks whether all rows are well formed and all values of their columns' types.</summary>
    /// <exception cref="DataRefusedException">They are not, and the source's policy is to fail.</exception>
    public DeliveredRows Judge(Batch batch)
    {
        var started = run.Clock.GetTimestamp();
        var delivered = SourceReader.Of(run, source, landing).Read(batch.Files);
        var columns = new BronzeColumns(source, delivered.Columns);
        var misfit = source.Misfits == MisfitPolicy.Fail ? columns.FirstMisfit() : Lit(0);
        var kept = delivered.Rows.Select([.. columns.Of(batch), misfit.As(Misfit), Col(SourceReader.CorruptRecord)]).Persist();
        try
        {
            var counts = kept.Agg(Count(Lit(1)).As("rows"), Expr($"count(CASE WHEN {Misfit} > 0 THEN 1 END)").As("misfits")).First();
            return counts.GetAs<long>("misfits") is > 0 and var misfits
                ? throw Refusal(kept, misfits)
                : new DeliveredRows(batch, kept, counts.GetAs<long>("rows"), run.Clock.GetElapsedTime(started).TotalSeconds);
        }
        catch
        {
            kept.Unpersist();
            throw;
        }
    }

    /// <summary>Writes the rows in one commit. Twice is once: the batch is the version of the table's <c>txn</c>.</summary>
    public void Write(DeliveredRows delivered)
    {
        run.Cancellation.ThrowIfCancellationRequested();
        var started = run.Clock.GetTimestamp();
        var batch = delivered.Batch;
        var existed = TableReader.Exists(run, _table);
        var writer = delivered.Rows.Drop(Misfit, SourceReader.CorruptRecord).Write().Format("delta")
            .Option("txnAppId", $"ingestion/{source.Name}").Option("txnVersion", batch.Id);
        (batch.ReplacesAll
            ? writer.Mode(SaveMode.Overwrite).Option("overwriteSchema", true)
            : writer.Mode(SaveMode.Append).Option("mergeSchema", existed && source.NewColumns == NewColumnPolicy.Evolve)).Save(_table.Path);
        run.Updates.Add(new TableUpdate(
            _table.Identifier, batch.Id, new Dictionary<string, long> { [$"landing/{source.Name}"] = batch.Id }, batch.ReplacesAll ? null : []));
        run.Record(new TableOutcome(_table.Identifier, !existed ? "created" : batch.ReplacesAll ? "replaced" : "appended")
        {
            Version = TableWriter.VersionOf(run, _table),
            RowsRead = delivered.Count,
            RowsWritten = delivered.Count,
            Seconds = delivered.Seconds + run.Clock.GetElapsedTime(started).TotalSeconds,
        });
    }

    private DataRefusedException Refusal(DataFrame rows, long misfits)
    {
        var row = rows.Filter($"{Misfit} > 0").OrderBy(DeliveryColumns.SourceFile, Misfit).Limit(1).First();
        var (number, file) = (row.GetAs<int>(Misfit), row.GetAs<string>(DeliveryColumns.SourceFile));
        if (number == 1)
        {
            return PipelineErrors.MalformedRows(_table, misfits, file, row.GetAs<string>(SourceReader.CorruptRecord));
        }

        var column = source.Columns[number - 2];
        return PipelineErrors.WrongType(_table, misfits, file, column, row.GetAs<string>(column.Name));
    }
}
