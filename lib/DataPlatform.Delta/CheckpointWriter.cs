using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta;

/// <summary>Writes classic checkpoints of the V1 form, and the hint to the newest.</summary>
internal sealed class CheckpointWriter(string logPath, ILogStore store, IParquetHandler parquet, TimeProvider time)
{
    private static readonly TimeSpan DefaultRetention = TimeSpan.FromDays(7);

    /// <summary>Writes the checkpoint of a version; twice does no harm.</summary>
    public void Write(Snapshot snapshot)
    {
        var tombstones = LiveTombstones(snapshot);
        var path = LogFileName.ClassicCheckpoint(logPath, snapshot.Version);
        var temporary = $"{logPath}/.{LogFileName.Prefix(snapshot.Version)}.{Guid.NewGuid():N}.checkpoint.tmp.parquet";
        try
        {
            var written = parquet.WriteRows(temporary, CheckpointSchema.Written, Rows(snapshot, tombstones));
            store.Move(temporary, path);
            var actions = 2 + snapshot.AllFiles.Count + tombstones.Count + snapshot.AppTransactions.Count + snapshot.Domains.Count;
            LastCheckpoint.Write(store, logPath, snapshot.Version, actions, written.Size, snapshot.AllFiles.Count);
        }
        finally
        {
            store.Delete(temporary);
        }
    }

    // Tombstones keep vacuum from deleting files that older versions read; past the retention they are of no use.
    private List<RemoveFile> LiveTombstones(Snapshot snapshot)
    {
        var retention = TableProperties.Interval(snapshot.Metadata, TableProperties.DeletedFileRetention, DefaultRetention)!.Value;
        var oldest = time.GetUtcNow().ToUnixTimeMilliseconds() - (long)retention.TotalMilliseconds;
        return [.. snapshot.State.Tombstones.Values.Where(remove => (remove.DeletionTimestamp ?? 0) > oldest)];
    }

    private static IEnumerable<Row> Rows(Snapshot snapshot, IEnumerable<RemoveFile> tombstones)
    {
        yield return Action(4, Struct(
            CheckpointSchema.Protocol,
            snapshot.Protocol.MinReaderVersion,
            snapshot.Protocol.MinWriterVersion,
            TextList(snapshot.Protocol.ReaderFeatures),
            TextList(snapshot.Protocol.WriterFeatures)));
        yield return Action(3, MetadataRow(snapshot.Metadata));
        foreach (var transaction in snapshot.AppTransactions.Values)
        {
            yield return Action(0, Struct(CheckpointSchema.Transaction, transaction.AppId, transaction.Version, transaction.LastUpdated));
        }

        foreach (var domain in snapshot.Domains.Values)
        {
            yield return Action(5, Struct(CheckpointSchema.Domain, domain.Domain, domain.Configuration, domain.Removed));
        }

        foreach (var file in snapshot.AllFiles)
        {
            yield return Action(1, AddRow(file));
        }

        foreach (var tombstone in tombstones)
        {
            yield return Action(2, RemoveRow(tombstone));
        }
    }

    private static Row MetadataRow(Metadata metadata) => Struct(
        CheckpointSchema.Metadata,
        metadata.Id,
        metadata.Name,
        metadata.Description,
        Struct((StructType)CheckpointSchema.Metadata.Fields[3].DataType, metadata.Format.Provider, TextMap(metadata.Format.Options)),
        metadata.SchemaString,
        TextList(metadata.PartitionColumns),
        TextMap(metadata.Properties),
        metadata.CreatedTime);

    private static Row AddRow(AddFile file) => Struct(
        CheckpointSchema.Add,
        file.Path,
        TextMap(file.PartitionValues),
        file.Size,
        file.ModificationTime,
        false,
        file.Stats,
        TextMap(file.Tags),
        VectorRow(file.DeletionVector),
        file.BaseRowId,
        file.DefaultRowCommitVersion,
        file.ClusteringProvider);

    private static Row RemoveRow(RemoveFile file) => Struct(
        CheckpointSchema.Remove,
        file.Path,
        file.DeletionTimestamp,
        false,
        file.ExtendedFileMetadata,
        TextMap(file.PartitionValues),
        file.Size,
        TextMap(file.Tags),
        VectorRow(file.DeletionVector),
        file.BaseRowId,
        file.DefaultRowCommitVersion);

    private static Row? VectorRow(DeletionVectorDescriptor? vector) => vector is null
        ? null
        : Struct(
            (StructType)CheckpointSchema.Add.Fields[7].DataType,
            vector.StorageType,
            vector.PathOrInlineDv,
            vector.Offset,
            vector.SizeInBytes,
            vector.Cardinality);

    private static Row Action(int column, Row value)
    {
        var values = new object?[CheckpointSchema.Written.Fields.Count];
        values[column] = value;
        return new Row(values, CheckpointSchema.Written);
    }

    private static Row Struct(StructType schema, params object?[] values) => new(values, schema);

    private static object?[]? TextList(ValueList<string>? items) => items?.Select(item => (object?)item).ToArray();

    private static Dictionary<object, object?>? TextMap<T>(IReadOnlyDictionary<string, T>? map) =>
        map?.ToDictionary(entry => (object)entry.Key, entry => (object?)entry.Value);
}
