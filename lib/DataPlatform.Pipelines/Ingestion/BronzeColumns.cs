using Microsoft.Spark.Sql;
using static Microsoft.Spark.Sql.Functions;

namespace DataPlatform.Pipelines;

/// <summary>Turns delivered columns into those of a bronze table: text as it came, what does not fit beside it.</summary>
/// <param name="source">The source.</param>
/// <param name="delivered">The columns that a batch has.</param>
internal sealed class BronzeColumns(FileSource source, IReadOnlyList<string> delivered)
{
    private readonly List<SourceColumn> _typed = [.. source.Columns.Where(column => column.Type != "string" && delivered.Contains(column.Name))];
    private readonly List<string> _new = [.. delivered.Where(name => !source.Columns.Any(column => column.Name == name))];

    /// <summary>The columns of the source, new ones where the table is to evolve, then those of <see cref="DeliveryColumns"/>.</summary>
    public IReadOnlyList<Column> Of(Batch batch) =>
    [
        .. source.Columns.Select(Known),
        .. source.NewColumns == NewColumnPolicy.Evolve ? _new.Select(name => Col(Sql.Name(name))) : [],
        Expr(Rescued()).As(DeliveryColumns.RescuedData),
        Col(DeliveryColumns.SourceFile),
        Col(DeliveryColumns.SourceModifiedAt),
        Lit(Instants.Of(batch.RecordedAt)).As(DeliveryColumns.IngestedAt),
        Lit(batch.RunId).As(DeliveryColumns.RunId),
        Lit(batch.Id).As(DeliveryColumns.BatchId),
        Col(DeliveryColumns.DeliveryDate),
    ];

    /// <summary>0 where a row fits, 1 where it is not well formed, else 2 and more: the source's first column, counted from 0, whose value is not of its type.</summary>
    public Column FirstMisfit()
    {
        var cases = _typed.Select(column => $"WHEN {source.Misfit(column)} THEN {source.Columns.Index().First(known => known.Item == column).Index + 2}");
        return Expr($"CASE WHEN {SourceReader.CorruptRecord} IS NOT NULL THEN 1 {string.Join(' ', cases)} ELSE 0 END");
    }

    private Column Known(SourceColumn column) =>
        !delivered.Contains(column.Name) ? Expr("CAST(NULL AS STRING)").As(column.Name)
        : source.Misfits == MisfitPolicy.Rescue && column.Type != "string" ? Expr($"CASE WHEN NOT ({IsMisfit(column)}) THEN {Sql.Name(column.Name)} END").As(column.Name)
        : Col(Sql.Name(column.Name));

    /// <summary>A JSON object of what has no place in the columns; null where all has.</summary>
    private string Rescued()
    {
        List<(string Name, string Value)> fields = source.NewColumns == NewColumnPolicy.Rescue ? [.. _new.Select(name => (name, Sql.Name(name)))] : [];
        if (source.Misfits == MisfitPolicy.Rescue)
        {
            fields.AddRange(_typed.Select(column => (column.Name, $"CASE WHEN {IsMisfit(column)} THEN {Sql.Name(column.Name)} END")));
            fields.Add((SourceReader.CorruptRecord, SourceReader.CorruptRecord));
        }

        return fields.Count == 0
            ? "CAST(NULL AS STRING)"
            : $"nullif(to_json(named_struct({string.Join(", ", fields.Select(field => $"{Sql.Text(field.Name)}, {field.Value}"))})), '{{}}')";
    }

    private string IsMisfit(SourceColumn column) => $"coalesce({source.Misfit(column)}, false)";
}
