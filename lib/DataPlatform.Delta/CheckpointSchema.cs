using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta;

/// <summary>The columns of checkpoints and sidecars, one an action kind (PROTOCOL.md, "Checkpoint Schema").</summary>
internal static class CheckpointSchema
{
    private static readonly MapType TextMap = new(new StringType(), new StringType());
    private static readonly ArrayType TextList = new(new StringType());

    private static readonly StructType DeletionVector = Struct(
        ("storageType", new StringType()),
        ("pathOrInlineDv", new StringType()),
        ("offset", new IntegerType()),
        ("sizeInBytes", new IntegerType()),
        ("cardinality", new LongType()));

    public static StructType Transaction { get; } = Struct(
        ("appId", new StringType()), ("version", new LongType()), ("lastUpdated", new LongType()));

    public static StructType Add { get; } = Struct(
        ("path", new StringType()),
        ("partitionValues", TextMap),
        ("size", new LongType()),
        ("modificationTime", new LongType()),
        ("dataChange", new BooleanType()),
        ("stats", new StringType()),
        ("tags", TextMap),
        ("deletionVector", DeletionVector),
        ("baseRowId", new LongType()),
        ("defaultRowCommitVersion", new LongType()),
        ("clusteringProvider", new StringType()));

    public static StructType Remove { get; } = Struct(
        ("path", new StringType()),
        ("deletionTimestamp", new LongType()),
        ("dataChange", new BooleanType()),
        ("extendedFileMetadata", new BooleanType()),
        ("partitionValues", TextMap),
        ("size", new LongType()),
        ("tags", TextMap),
        ("deletionVector", DeletionVector),
        ("baseRowId", new LongType()),
        ("defaultRowCommitVersion", new LongType()));

    public static StructType Metadata { get; } = Struct(
        ("id", new StringType()),
        ("name", new StringType()),
        ("description", new StringType()),
        ("format", Struct(("provider", new StringType()), ("options", TextMap))),
        ("schemaString", new StringType()),
        ("partitionColumns", TextList),
        ("configuration", TextMap),
        ("createdTime", new LongType()));

    public static StructType Protocol { get; } = Struct(
        ("minReaderVersion", new IntegerType()),
        ("minWriterVersion", new IntegerType()),
        ("readerFeatures", TextList),
        ("writerFeatures", TextList));

    public static StructType Domain { get; } = Struct(
        ("domain", new StringType()), ("configuration", new StringType()), ("removed", new BooleanType()));

    /// <summary>What a checkpoint of this library holds.</summary>
    public static StructType Written { get; } = Struct(
        ("txn", Transaction), ("add", Add), ("remove", Remove), ("metaData", Metadata), ("protocol", Protocol), ("domainMetadata", Domain));

    /// <summary>What is read of a checkpoint; the order is that of <see cref="Written"/>, then what only V2 checkpoints have.</summary>
    public static StructType Read { get; } = new(Written.Fields.Append(new StructField(
        "sidecar",
        Struct(("path", new StringType()), ("sizeInBytes", new LongType()), ("modificationTime", new LongType())))));

    /// <summary>What is read of a sidecar.</summary>
    public static StructType Sidecar { get; } = Struct(("add", Add), ("remove", Remove));

    /// <summary>The key of a file and its statistics as columns, for checkpoints without statistics in JSON.</summary>
    public static StructType ParsedStatistics(StructType statistics) => Struct(
        ("add", Struct(("path", new StringType()), ("deletionVector", DeletionVector), ("stats_parsed", statistics))));

    private static StructType Struct(params (string Name, DataType Type)[] fields) =>
        new(fields.Select(field => new StructField(field.Name, field.Type)));
}
