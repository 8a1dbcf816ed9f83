using System.Globalization;
using DataPlatform.Delta;
using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>
/// Writes rows to a Delta table in one commit: append, overwrite (all, <c>replaceWhere</c>, dynamic partitions), with schema merge or overwrite, and once only under
/// <c>txnAppId</c> and <c>txnVersion</c>.
/// </summary>
internal sealed class DeltaWriter(DuckDbSession session, SessionCatalog catalog, EmbeddedConfiguration configuration)
{
    private readonly DataFileWriter _files = new(session);

    /// <exception cref="DataPlatformException">
    /// <c>DELTA_PATH_EXISTS</c>, <c>PATH_NOT_FOUND</c>, <c>DELTA_TABLE_NOT_FOUND</c>, <c>DELTA_METADATA_MISMATCH</c>, <c>DELTA_FAILED_TO_MERGE_FIELDS</c>, <c>DELTA_REPLACE_WHERE_MISMATCH</c>, those of a commit; nothing was changed.
    /// </exception>
    /// <param name="write">What is written.</param>
    /// <param name="path">The table's folder.</param>
    /// <param name="replaced">Which rows an overwrite replaces, where they are not told by the option <c>replaceWhere</c>; null: as the options say.</param>
    public void Write(WriteOperation write, string path, Expression? replaced = null)
    {
        var options = new DeltaWriteOptions(write, configuration);
        var log = catalog.Tables.Log(path);
        var exists = log.Exists;
        if (exists && options.IsDone(log.Latest()))
        {
            return;
        }

        switch (write.Mode)
        {
            case WriteMode.ErrorIfExists when exists:
                throw EmbeddedErrors.DeltaPathExists(path);
            case WriteMode.Ignore when exists:
                return;
            default:
                break;
        }

        if (write.IsInsertInto && !exists)
        {
            throw EmbeddedErrors.PathNotDelta(path);
        }

        var rows = new Analyzer(catalog).Bind(write.Input);
        var transaction = log.Begin();
        if (options.Application is { } application)
        {
            if (transaction.ReadTransaction(application.Id) >= application.Version)
            {
                return;
            }

            transaction.SetTransaction(application.Id, application.Version);
        }

        SetMetadata(transaction, write, rows.Schema, options, replacesAll: replaced is null && options.ReplaceWhere is null);
        var metadata = transaction.Metadata!;
        var query = TableQuery.Of(rows, metadata.Schema, session.TimeZone, byPosition: write.IsInsertInto);
        var removed = write.Mode == WriteMode.Overwrite && transaction.Snapshot is { } snapshot ? new Replacement(transaction, snapshot) : null;
        var predicate = replaced ?? (options.ReplaceWhere is { } text ? new ExpressionString(text) : null);
        var condition = removed is null || predicate is null ? null : removed.Condition(predicate, metadata.Schema, catalog);
        var added = _files.Write(log.TablePath, metadata, condition is null ? query : condition.Checked(query, session.TimeZone));
        if (removed is not null)
        {
            Replace(log, metadata, removed, condition, added, options);
        }

        foreach (var file in added)
        {
            transaction.Add(file);
        }

        Commit(transaction, write, options, added);
    }

    private void SetMetadata(Transaction transaction, WriteOperation write, StructType incoming, DeltaWriteOptions options, bool replacesAll)
    {
        // As in Spark, what a data frame knows of nulls is not made a promise of the table.
        if (transaction.Snapshot is not { } snapshot)
        {
            transaction.SetMetadata(Metadata.Create(
                incoming.AsNullable(), write.PartitionBy.Select(name => Spelled(name, incoming)), options.TableProperties, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()));
            return;
        }

        var table = snapshot.Metadata;
        // Rows that stay keep their columns.
        var overwritesSchema = options.OverwriteSchema && write.Mode == WriteMode.Overwrite && replacesAll;
        if (overwritesSchema)
        {
            var partitions = write.PartitionBy.Count > 0 ? write.PartitionBy.Select(name => Spelled(name, incoming)).ToValueList() : table.PartitionColumns;
            transaction.SetMetadata(table.WithSchema(incoming.AsNullable()) with { PartitionColumns = partitions });
            return;
        }

        if (write.PartitionBy.Count > 0 && !write.PartitionBy.SequenceEqual(table.PartitionColumns, StringComparer.OrdinalIgnoreCase))
        {
            throw EmbeddedErrors.DeltaPartitioningMismatch(table.PartitionColumns, write.PartitionBy);
        }

        var schema = write.IsInsertInto ? table.Schema : SchemaMerge.Resolve(table, incoming, options.MergeSchema);
        if (schema != table.Schema)
        {
            transaction.SetMetadata(table.WithSchema(schema));
        }
    }

    private static string Spelled(string column, StructType schema) => schema.Find(column)?.Name ?? column;

    private void Replace(
        DeltaLog log, Metadata metadata, Replacement removed, ReplaceCondition? condition, IReadOnlyList<AddFile> added, DeltaWriteOptions options)
    {
        if (condition is not null)
        {
            removed.Matching(condition, session, query => _files.Write(log.TablePath, metadata, query));
        }
        else if (options.DynamicPartitions && metadata.PartitionColumns.Count > 0)
        {
            removed.Partitions(added);
        }
        else
        {
            removed.Everything();
        }
    }

    private static void Commit(Transaction transaction, WriteOperation write, DeltaWriteOptions options, IReadOnlyList<AddFile> added)
    {
        var parameters = new Dictionary<string, string>
        {
            ["mode"] = write.Mode switch
            {
                WriteMode.Append => "Append",
                WriteMode.Overwrite => "Overwrite",
                WriteMode.Ignore => "Ignore",
                _ => "ErrorIfExists",
            },
            ["partitionBy"] = System.Text.Json.JsonSerializer.Serialize(write.PartitionBy.ToArray(), DeltaJson.Default.StringArray),
        };
        if (options.ReplaceWhere is { } predicate)
        {
            parameters["predicate"] = predicate;
        }

        var metrics = new Dictionary<string, string>
        {
            ["numFiles"] = added.Count.ToString(CultureInfo.InvariantCulture),
            ["numOutputRows"] = added.Sum(f => f.NumRecords ?? 0).ToString(CultureInfo.InvariantCulture),
            ["numOutputBytes"] = added.Sum(f => f.Size).ToString(CultureInfo.InvariantCulture),
        };
        Commits.Report(transaction.Commit("WRITE", parameters, metrics, options.UserMetadata).OrThrow());
    }
}
