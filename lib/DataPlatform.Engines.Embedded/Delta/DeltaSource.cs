using DataPlatform.Delta;
using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Engines.Embedded.Natives;
using DataPlatform.Engines.Embedded.Sources;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>A Delta table at one version, or some of its files. Columns of the table's schema in order; partition values come from the log.</summary>
internal sealed class DeltaSource : ISource
{
    private readonly Snapshot _snapshot;
    private readonly DuckDbSession _session;
    private readonly IReadOnlyList<AddFile>? _files;

    public DeltaSource(Snapshot snapshot, DuckDbSession session, IReadOnlyList<AddFile>? files = null, StructType? schema = null)
    {
        Schema = schema ?? snapshot.Schema;
        _snapshot = snapshot;
        _session = session;
        _files = files;
    }

    public StructType Schema { get; }

    public IReadOnlyList<string> InputFiles => [.. (_files ?? _snapshot.AllFiles).Select(f => new Uri(f.AbsolutePath(_snapshot.TablePath)).AbsoluteUri)];

    public string ToSql(IReadOnlyList<BoundExpression> filters, ValueList<BoundColumn> bindings)
    {
        var files = _files ?? [.. _snapshot.FilesMatching(Predicate(filters, bindings), TimeZoneInfo.FindSystemTimeZoneById(_session.TimeZone))];
        return Select(files, bindings, withPosition: false);
    }

    /// <summary>
    /// A SELECT of files' rows, columns as in <see cref="ISource.ToSql"/>; with their positions there are <c>file_index</c> (in the list) and
    /// <c>file_row_number</c> too, which tell every row from all others.
    /// </summary>
    public string Select(IReadOnlyList<AddFile> files, ValueList<BoundColumn> bindings, bool withPosition)
    {
        var position = withPosition ? ", CAST(file_index AS BIGINT) AS file_index, file_row_number" : "";
        if (files.Count == 0)
        {
            var nulls = bindings.Select(c => $"CAST(NULL AS {DuckTypes.Of(c.Type)}) AS {SqlGenerator.NameOf(c)}").DefaultIfEmpty("1 AS none");
            return $"SELECT {string.Join(", ", nulls)}{(withPosition ? ", 0::BIGINT AS file_index, 0::BIGINT AS file_row_number" : "")} WHERE FALSE";
        }

        var fields = new List<(string Stored, string Named, string Type)>();
        var columns = new List<string>();
        for (var i = 0; i < bindings.Count; i++)
        {
            var (field, name) = (Schema.Fields[i], SqlGenerator.NameOf(bindings[i]));
            if (IsPartition(field))
            {
                columns.Add($"{PartitionValues(files, field)}[CAST(file_index AS BIGINT) + 1] AS {name}");
            }
            else
            {
                fields.Add((field.Name, name, DuckTypes.Of(field.DataType)));
                columns.Add(name);
            }
        }

        if (fields.Count == 0)
        {
            // DuckDB wants one column of the files; it need not be in them.
            fields.Add(("none", "none", "INTEGER"));
        }

        var select = columns.Count == 0 ? "1 AS none" : string.Join(", ", columns);
        return $"SELECT {select}{position} FROM {ParquetSql.Read(files.Select(f => f.AbsolutePath(_snapshot.TablePath)), fields)}{Live(files)}";
    }

    /// <summary>What filters say of files.</summary>
    public FilePredicate? Predicate(IReadOnlyList<BoundExpression> filters, ValueList<BoundColumn> bindings) =>
        filters.Count == 0 ? null : FilePredicates.Of(filters, bindings, Schema);

    // The rows that deletion vectors leave.
    private string Live(IReadOnlyList<AddFile> files) => files.All(file => file.DeletionVector is null)
        ? ""
        : " WHERE " + DeletionVectorNatives.IsLive(
            $"[{string.Join(", ", files.Select(file => DeletionVectorNatives.Constant(file.DeletionVector, _snapshot.TablePath)))}][CAST(file_index AS BIGINT) + 1]",
            "file_row_number");

    private bool IsPartition(StructField field) => _snapshot.Metadata.PartitionColumns.Contains(field.Name, StringComparer.OrdinalIgnoreCase);

    private string PartitionValues(IReadOnlyList<AddFile> files, StructField field)
    {
        var values = files.Select(file => LiteralSql.Write(PartitionValue.Parse(file.PartitionValues.GetValueOrDefault(field.Name), field.DataType, field.Name), field.DataType));
        return $"CAST([{string.Join(", ", values)}] AS {DuckTypes.Of(field.DataType)}[])";
    }
}
