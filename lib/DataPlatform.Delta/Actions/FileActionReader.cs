using System.Text.Json;

namespace DataPlatform.Delta;

/// <summary>Reads adds and removes from JSON; the reader stands at the action's object.</summary>
internal static class FileActionReader
{
    private static readonly Dictionary<string, string?> NoPartition = [];

    public static AddFile ReadAdd(ref Utf8JsonReader reader)
    {
        reader.Enter();
        string? path = null;
        string? stats = null;
        string? clusteringProvider = null;
        Dictionary<string, string?>? partitionValues = null;
        Dictionary<string, string?>? tags = null;
        DeletionVectorDescriptor? deletionVector = null;
        long? size = null, modificationTime = null, baseRowId = null, defaultRowCommitVersion = null;
        bool? dataChange = null;
        while (reader.NextProperty(out var name))
        {
            switch (name)
            {
                case "path": path = reader.GetString(); break;
                case "partitionValues": partitionValues = reader.TextMapOrNull(); break;
                case "size": size = reader.LongOrNull(); break;
                case "modificationTime": modificationTime = reader.LongOrNull(); break;
                case "dataChange": dataChange = reader.BooleanOrNull(); break;
                case "stats": stats = reader.GetString(); break;
                case "tags": tags = reader.TextMapOrNull(); break;
                case "deletionVector": deletionVector = ReadDeletionVector(ref reader); break;
                case "baseRowId": baseRowId = reader.LongOrNull(); break;
                case "defaultRowCommitVersion": defaultRowCommitVersion = reader.LongOrNull(); break;
                case "clusteringProvider": clusteringProvider = reader.GetString(); break;
                default: reader.Skip(); break;
            }
        }

        return new AddFile
        {
            Path = path ?? throw new JsonException("An add action has no path."),
            PartitionValues = partitionValues ?? NoPartition,
            Size = size ?? 0,
            ModificationTime = modificationTime ?? 0,
            DataChange = dataChange ?? true,
            Stats = stats,
            Tags = tags,
            DeletionVector = deletionVector,
            BaseRowId = baseRowId,
            DefaultRowCommitVersion = defaultRowCommitVersion,
            ClusteringProvider = clusteringProvider,
        };
    }

    public static RemoveFile ReadRemove(ref Utf8JsonReader reader)
    {
        reader.Enter();
        string? path = null;
        string? stats = null;
        Dictionary<string, string?>? partitionValues = null;
        Dictionary<string, string?>? tags = null;
        DeletionVectorDescriptor? deletionVector = null;
        long? size = null, deletionTimestamp = null, baseRowId = null, defaultRowCommitVersion = null;
        bool? dataChange = null, extended = null;
        while (reader.NextProperty(out var name))
        {
            switch (name)
            {
                case "path": path = reader.GetString(); break;
                case "deletionTimestamp": deletionTimestamp = reader.LongOrNull(); break;
                case "dataChange": dataChange = reader.BooleanOrNull(); break;
                case "extendedFileMetadata": extended = reader.BooleanOrNull(); break;
                case "partitionValues": partitionValues = reader.TextMapOrNull(); break;
                case "size": size = reader.LongOrNull(); break;
                case "stats": stats = reader.GetString(); break;
                case "tags": tags = reader.TextMapOrNull(); break;
                case "deletionVector": deletionVector = ReadDeletionVector(ref reader); break;
                case "baseRowId": baseRowId = reader.LongOrNull(); break;
                case "defaultRowCommitVersion": defaultRowCommitVersion = reader.LongOrNull(); break;
                default: reader.Skip(); break;
            }
        }

        return new RemoveFile
        {
            Path = path ?? throw new JsonException("A remove action has no path."),
            DeletionTimestamp = deletionTimestamp,
            DataChange = dataChange ?? true,
            ExtendedFileMetadata = extended,
            PartitionValues = partitionValues,
            Size = size,
            Stats = stats,
            Tags = tags,
            DeletionVector = deletionVector,
            BaseRowId = baseRowId,
            DefaultRowCommitVersion = defaultRowCommitVersion,
        };
    }

    private static DeletionVectorDescriptor? ReadDeletionVector(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        reader.Enter();
        string? storageType = null;
        string? path = null;
        long? offset = null;
        long size = 0, cardinality = 0;
        while (reader.NextProperty(out var name))
        {
            switch (name)
            {
                case "storageType": storageType = reader.GetString(); break;
                case "pathOrInlineDv": path = reader.GetString(); break;
                case "offset": offset = reader.LongOrNull(); break;
                case "sizeInBytes": size = reader.GetInt64(); break;
                case "cardinality": cardinality = reader.GetInt64(); break;
                default: reader.Skip(); break;
            }
        }

        return new DeletionVectorDescriptor(
            storageType ?? throw new JsonException("A deletion vector has no storageType."),
            path ?? throw new JsonException("A deletion vector has no pathOrInlineDv."),
            checked((int?)offset),
            checked((int)size),
            cardinality);
    }
}
