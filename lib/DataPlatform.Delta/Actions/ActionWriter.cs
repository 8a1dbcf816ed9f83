using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DataPlatform.Delta;

/// <summary>Writes actions as lines of JSON, fields in the order in which Spark writes them; what is null is left out.</summary>
internal sealed class ActionWriter
{
    // The log is no web page: text stands as it is, only quotes and control characters are escaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <summary>The lines so far.</summary>
    public ReadOnlyMemory<byte> Content => _buffer.WrittenMemory;

    public ActionWriter Append(ReadOnlyMemory<byte> lines)
    {
        _buffer.Write(lines.Span);
        return this;
    }

    public void Write(CommitInfo info) => Line("commitInfo", writer =>
    {
        Optional(writer, "inCommitTimestamp", info.InCommitTimestamp);
        Optional(writer, "timestamp", info.Timestamp);
        Optional(writer, "operation", info.Operation);
        Map(writer, "operationParameters", info.OperationParameters);
        Optional(writer, "readVersion", info.ReadVersion);
        Optional(writer, "isolationLevel", info.IsolationLevel);
        Optional(writer, "isBlindAppend", info.IsBlindAppend);
        Map(writer, "operationMetrics", info.OperationMetrics);
        Optional(writer, "userMetadata", info.UserMetadata);
        Optional(writer, "engineInfo", info.EngineInfo);
        Optional(writer, "txnId", info.TransactionId);
    });

    public void Write(Protocol protocol) => Line("protocol", writer =>
    {
        writer.WriteNumber("minReaderVersion", protocol.MinReaderVersion);
        writer.WriteNumber("minWriterVersion", protocol.MinWriterVersion);
        List(writer, "readerFeatures", protocol.ReaderFeatures);
        List(writer, "writerFeatures", protocol.WriterFeatures);
    });

    public void Write(Metadata metadata) => Line("metaData", writer =>
    {
        writer.WriteString("id", metadata.Id);
        Optional(writer, "name", metadata.Name);
        Optional(writer, "description", metadata.Description);
        writer.WriteStartObject("format");
        writer.WriteString("provider", metadata.Format.Provider);
        Map(writer, "options", metadata.Format.Options);
        writer.WriteEndObject();
        writer.WriteString("schemaString", metadata.SchemaString);
        List(writer, "partitionColumns", metadata.PartitionColumns);
        Map(writer, "configuration", metadata.Properties);
        Optional(writer, "createdTime", metadata.CreatedTime);
    });

    public void Write(AppTransaction transaction) => Line("txn", writer =>
    {
        writer.WriteString("appId", transaction.AppId);
        writer.WriteNumber("version", transaction.Version);
        Optional(writer, "lastUpdated", transaction.LastUpdated);
    });

    public void Write(DomainMetadata domain) => Line("domainMetadata", writer =>
    {
        writer.WriteString("domain", domain.Domain);
        writer.WriteString("configuration", domain.Configuration);
        writer.WriteBoolean("removed", domain.Removed);
    });

    public void Write(RemoveFile file) => Line("remove", writer =>
    {
        writer.WriteString("path", file.Path);
        Optional(writer, "deletionTimestamp", file.DeletionTimestamp);
        writer.WriteBoolean("dataChange", file.DataChange);
        Optional(writer, "extendedFileMetadata", file.ExtendedFileMetadata);
        NullableMap(writer, "partitionValues", file.PartitionValues);
        Optional(writer, "size", file.Size);
        NullableMap(writer, "tags", file.Tags);
        Write(writer, file.DeletionVector);
        Optional(writer, "baseRowId", file.BaseRowId);
        Optional(writer, "defaultRowCommitVersion", file.DefaultRowCommitVersion);
        Optional(writer, "stats", file.Stats);
    });

    public void Write(AddFile file) => Line("add", writer =>
    {
        writer.WriteString("path", file.Path);
        NullableMap(writer, "partitionValues", file.PartitionValues);
        writer.WriteNumber("size", file.Size);
        writer.WriteNumber("modificationTime", file.ModificationTime);
        writer.WriteBoolean("dataChange", file.DataChange);
        Optional(writer, "stats", file.Stats);
        NullableMap(writer, "tags", file.Tags);
        Write(writer, file.DeletionVector);
        Optional(writer, "baseRowId", file.BaseRowId);
        Optional(writer, "defaultRowCommitVersion", file.DefaultRowCommitVersion);
        Optional(writer, "clusteringProvider", file.ClusteringProvider);
    });

    private static void Write(Utf8JsonWriter writer, DeletionVectorDescriptor? vector)
    {
        if (vector is null)
        {
            return;
        }

        writer.WriteStartObject("deletionVector");
        writer.WriteString("storageType", vector.StorageType);
        writer.WriteString("pathOrInlineDv", vector.PathOrInlineDv);
        Optional(writer, "offset", vector.Offset);
        writer.WriteNumber("sizeInBytes", vector.SizeInBytes);
        writer.WriteNumber("cardinality", vector.Cardinality);
        writer.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    private static void Optional(Utf8JsonWriter writer, string name, bool? value)
    {
        if (value is { } flag)
        {
            writer.WriteBoolean(name, flag);
        }
    }

    private static void Optional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void Map(Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, string> map)
    {
        writer.WriteStartObject(name);
        foreach (var (key, value) in map)
        {
            writer.WriteString(key, value);
        }

        writer.WriteEndObject();
    }

    private static void NullableMap(Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, string?>? map)
    {
        if (map is null)
        {
            return;
        }

        writer.WriteStartObject(name);
        foreach (var (key, value) in map)
        {
            writer.WriteString(key, value);
        }

        writer.WriteEndObject();
    }

    private static void List(Utf8JsonWriter writer, string name, ValueList<string>? items)
    {
        if (items is null)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStringValue(item);
        }

        writer.WriteEndArray();
    }

    private void Line(string action, Action<Utf8JsonWriter> content)
    {
        using (var writer = new Utf8JsonWriter(_buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteStartObject(action);
            content(writer);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        _buffer.Write("\n"u8);
    }
}
