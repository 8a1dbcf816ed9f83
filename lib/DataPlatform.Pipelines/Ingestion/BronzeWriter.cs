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
        var isStrict = source.Misfits == MisfitPolicy.Fail;
        var kept = (isStrict ? Shape(delivered, batch).WithColumn(Misfit, Expr(MisfitNumber(delivered))) : Shape(delivered, batch)).Persist();
        try
        {
            var counts = kept.Agg(Count(Lit(1)).As("rows"), Expr(isStrict ? $"count(CASE WHEN {Misfit} > 0 THEN 1 END)" : "count(CASE WHEN false THEN 1 END)").As("misfits")).First();
            if (counts.GetAs<long>("misfits") is > 0 and var misfits)
            {
                throw Refusal(kept, misfits);
            }

            var known = source.Columns.Select(column => column.Name).ToHashSet();
            var hasNew = source.NewColumns == NewColumnPolicy.Evolve && delivered.Columns.Any(column => !known.Contains(column));
            return new DeliveredRows(batch, kept, counts.GetAs<long>("rows"), hasNew, run.Clock.GetElapsedTime(started).TotalSeconds);
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
        var rows = source.Misfits == MisfitPolicy.Fail ? delivered.Rows.Drop(Misfit, SourceReader.CorruptRecord) : delivered.Rows;
        var writer = rows.Write().Format("delta").Option("txnAppId", $"ingestion/{source.Name}").Option("txnVersion", batch.Id);
        var existed = TableReader.Exists(run, _table);
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

    /// <summary>The columns of the source, new ones where the table is to evolve, then the delivery columns.</summary>
    private DataFrame Shape(SourceRows delivered, Batch batch)
    {
        var known = source.Columns.Where(column => delivered.Columns.Contains(column.Name)).ToList();
        var extra = delivered.Columns.Where(column => !source.Columns.Any(known => known.Name == column)).ToList();
        var columns = source.Columns.Select(column => !delivered.Columns.Contains(column.Name) ? Lit(null).Cast("string").As(column.Name)
            : source.Misfits == MisfitPolicy.Rescue ? Expr($"CASE WHEN NOT ({IsMisfit(column)}) THEN {Sql.Name(column.Name)} END").As(column.Name)
            : Col(Sql.Name(column.Name)));
        var evolved = source.NewColumns == NewColumnPolicy.Evolve ? extra.Select(column => Col(Sql.Name(column))) : [];
        return delivered.Rows.Select(
        [
            .. columns,
            .. evolved,
            Expr(Rescued(known, source.NewColumns == NewColumnPolicy.Rescue ? extra : [])).As(DeliveryColumns.RescuedData),
            Col(DeliveryColumns.SourceFile),
            Col(DeliveryColumns.SourceModifiedAt),
            Lit(Instants.Of(batch.RecordedAt)).As(DeliveryColumns.IngestedAt),
            Lit(batch.RunId).As(DeliveryColumns.RunId),
            Lit(batch.Id).As(DeliveryColumns.BatchId),
            Col(DeliveryColumns.DeliveryDate),
            .. source.Misfits == MisfitPolicy.Fail ? (Column[])[Col(SourceReader.CorruptRecord)] : [],
        ]);
    }

    private string Rescued(List<SourceColumn> known, List<string> extra)
    {
        List<(string Name, string Value)> fields = [.. extra.Select(name => (name, Sql.Name(name)))];
        if (source.Misfits == MisfitPolicy.Rescue)
        {
            fields.AddRange(known.Where(column => column.Type != "string").Select(column => (column.Name, $"CASE WHEN {IsMisfit(column)} THEN {Sql.Name(column.Name)} END")));
            fields.Add((SourceReader.CorruptRecord, SourceReader.CorruptRecord));
        }

        return fields.Count == 0
            ? "CAST(NULL AS STRING)"
            : $"nullif(to_json(named_struct({string.Join(", ", fields.Select(field => $"{Sql.Text(field.Name)}, {field.Value}"))})), '{{}}')";
    }

    private string IsMisfit(SourceColumn column) =>
        column.Type == "string" ? "false" : $"coalesce({source.Present(column)} IS NOT NULL AND {source.Typed(column)} IS NULL, false)";

    /// <summary>0 where a row fits, 1 where it is not well formed, else 2 and more: the first column that does not fit.</summary>
    private string MisfitNumber(SourceRows delivered)
    {
        var typed = source.Columns.Where(column => column.Type != "string" && delivered.Columns.Contains(column.Name)).ToList();
        var cases = typed.Select(column => $"WHEN {IsMisfit(column)} THEN {source.Columns.ToList().IndexOf(column) + 2}");
        return $"CASE WHEN {SourceReader.CorruptRecord} IS NOT NULL THEN 1 {string.Join(' ', cases)} ELSE 0 END";
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
