using System.Text.Json;

namespace DataPlatform.Delta;

/// <summary>Reads the actions that concern the table as a whole from JSON; the reader stands at the action's object.</summary>
internal static class TableActionReader
{
    public static Metadata ReadMetadata(ref Utf8JsonReader reader)
    {
        reader.Enter();
        string? id = null, name = null, description = null, schemaString = null;
        var format = TableFormat.Parquet;
        var partitionColumns = ValueList<string>.Empty;
        var properties = new Dictionary<string, string>();
        long? createdTime = null;
        while (reader.NextProperty(out var property))
        {
            switch (property)
            {
                case "id": id = reader.GetString(); break;
                case "name": name = reader.GetString(); break;
                case "description": description = reader.GetString(); break;
                case "format": format = ReadFormat(ref reader); break;
                case "schemaString": schemaString = reader.GetString(); break;
                case "partitionColumns": partitionColumns = reader.TextListOrNull() ?? partitionColumns; break;
                case "configuration": properties = reader.Properties(); break;
                case "createdTime": createdTime = reader.LongOrNull(); break;
                default: reader.Skip(); break;
            }
        }

        return new Metadata
        {
            Id = id ?? "",
            Name = name,
            Description = description,
            Format = format,
            SchemaString = schemaString ?? "",
            PartitionColumns = partitionColumns,
            Properties = properties,
            CreatedTime = createdTime,
        };
    }

    public static Protocol ReadProtocol(ref Utf8JsonReader reader)
    {
        reader.Enter();
        int minReader = 1, minWriter = 1;
        ValueList<string>? readers = null, writers = null;
        while (reader.NextProperty(out var property))
        {
            switch (property)
            {
                case "minReaderVersion": minReader = reader.GetInt32(); break;
                case "minWriterVersion": minWriter = reader.GetInt32(); break;
                case "readerFeatures": readers = reader.TextListOrNull(); break;
                case "writerFeatures": writers = reader.TextListOrNull(); break;
                default: reader.Skip(); break;
            }
        }

        return new Protocol(minReader, minWriter, readers, writers);
    }

    public static AppTransaction ReadTransaction(ref Utf8JsonReader reader)
    {
        reader.Enter();
        string? appId = null;
        long version = 0;
        long? lastUpdated = null;
        while (reader.NextProperty(out var property))
        {
            switch (property)
            {
                case "appId": appId = reader.GetString(); break;
                case "version": version = reader.GetInt64(); break;
                case "lastUpdated": lastUpdated = reader.LongOrNull(); break;
                default: reader.Skip(); break;
            }
        }

        return new AppTransaction(appId ?? throw new JsonException("A txn action has no appId."), version, lastUpdated);
    }

    public static DomainMetadata ReadDomain(ref Utf8JsonReader reader)
    {
        reader.Enter();
        string? domain = null;
        string? configuration = null;
        var removed = false;
        while (reader.NextProperty(out var property))
        {
            switch (property)
            {
                case "domain": domain = reader.GetString(); break;
                case "configuration": configuration = reader.GetString(); break;
                case "removed": removed = reader.GetBoolean(); break;
                default: reader.Skip(); break;
            }
        }

        return new DomainMetadata(domain ?? throw new JsonException("A domainMetadata action has no domain."), configuration ?? "", removed);
    }

    public static Sidecar ReadSidecar(ref Utf8JsonReader reader)
    {
        reader.Enter();
        string? path = null;
        long size = 0, modificationTime = 0;
        while (reader.NextProperty(out var property))
        {
            switch (property)
            {
                case "path": path = reader.GetString(); break;
                case "sizeInBytes": size = reader.GetInt64(); break;
                case "modificationTime": modificationTime = reader.GetInt64(); break;
                default: reader.Skip(); break;
            }
        }

        return new Sidecar(path ?? throw new JsonException("A sidecar action has no path."), size, modificationTime);
    }

    private static TableFormat ReadFormat(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return TableFormat.Parquet;
        }

        reader.Enter();
        var provider = "parquet";
        var options = new Dictionary<string, string>();
        while (reader.NextProperty(out var property))
        {
            switch (property)
            {
                case "provider": provider = reader.GetString() ?? provider; break;
                case "options": options = reader.Properties(); break;
                default: reader.Skip(); break;
            }
        }

        return new TableFormat(provider, options);
    }
}
