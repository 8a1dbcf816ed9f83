using System.Globalization;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta;

/// <summary>The errors of this library. Codes are Delta's error conditions where it has one for the case.</summary>
internal static class DeltaErrors
{
    public const string StorageReadFailed = "STORAGE_READ_FAILED";

    public static DataPlatformException UnsupportedScheme(string path, string scheme) => new(
        "UNSUPPORTED_STORAGE_SCHEME",
        $"'{path}' is on '{scheme}:'. This engine reads and writes plain paths and 'file:' addresses; use a Spark master for other storage.",
        Parameters(("path", path), ("scheme", scheme)));

    public static DataPlatformException WriteFailed(string path, Exception cause) => new(
        "STORAGE_WRITE_FAILED",
        $"'{path}' could not be written: {cause.Message} Check the disk's free space and the permissions of the folder.",
        Parameters(("path", path)),
        innerException: cause);

    public static DataPlatformException ReadFailed(string path, Exception cause) => new(
        StorageReadFailed,
        $"'{path}' could not be read: {cause.Message} Check the permissions of the file and its folder.",
        Parameters(("path", path)),
        innerException: cause);

    public static DataPlatformException TableNotFound(string path) => new(
        "DELTA_PATH_DOES_NOT_EXIST",
        $"'{path}' does not exist or is not a Delta table: there is no commit in '{path}/_delta_log'.",
        Parameters(("path", path)));

    public static DataPlatformException VersionNotFound(string path, long version, long earliest, long latest) => new(
        "DELTA_VERSION_NOT_FOUND",
        $"Cannot time travel Delta table '{path}' to version {version}. Available versions: [{earliest}, {latest}].",
        Parameters(("path", path), ("userVersion", Text(version)), ("earliest", Text(earliest)), ("latest", Text(latest))));

    public static DataPlatformException TimestampTooEarly(string path, Timestamp asked, Timestamp earliest) => new(
        "DELTA_TIMESTAMP_EARLIER_THAN_COMMIT_RETENTION",
        $"The timestamp {asked} is before the earliest version of '{path}' that is still there ({earliest}). Use a timestamp from {earliest} on.",
        Parameters(("path", path), ("userTimestamp", asked.ToString()), ("commitTs", earliest.ToString())));

    public static DataPlatformException TimestampTooLate(string path, Timestamp asked, Timestamp latest) => new(
        "DELTA_TIMESTAMP_GREATER_THAN_COMMIT",
        $"The timestamp {asked} is after the latest version of '{path}' ({latest}). Use a timestamp at or before {latest}.",
        Parameters(("path", path), ("providedTimestamp", asked.ToString()), ("lastCommitTimestamp", latest.ToString())));

    public static DataPlatformException NotContiguous(string logPath, long before, long after, long wanted) => new(
        "DELTA_VERSIONS_NOT_CONTIGUOUS",
        $"Versions {before} and {after} of '{logPath}' are not contiguous: what is between is missing, so version {wanted} cannot be built. Was a file of the log deleted?",
        Parameters(("logPath", logPath), ("startVersion", Text(before)), ("endVersion", Text(after)), ("versionToLoad", Text(wanted))));

    public static DataPlatformException Truncated(string logPath, long first, long wanted) => new(
        "DELTA_TRUNCATED_TRANSACTION_LOG",
        $"Version {wanted} cannot be built: the log '{logPath}' begins at version {first} and no checkpoint covers what came before.",
        Parameters(("path", logPath), ("version", Text(wanted)), ("firstVersion", Text(first))));

    public static DataPlatformException StateNotRecovered(string what, string path, long version) => new(
        "DELTA_STATE_RECOVER_ERROR",
        $"The log of '{path}' holds no {what} action up to version {version}. Was a file of '_delta_log' deleted or changed?",
        Parameters(("operation", what), ("path", path), ("version", Text(version))));

    public static DataPlatformException LogFileBroken(string file, long version, int line, string why, Exception? cause = null) => new(
        "DELTA_LOG_FILE_BROKEN",
        $"'{file}' (version {version}) is broken at line {line}: {why} The table cannot be read past it; restore the file from a copy.",
        Parameters(("file", file), ("version", Text(version)), ("line", Text(line))),
        innerException: cause);

    public static DataPlatformException LogFileMissing(string file, long version, Exception cause) => new(
        "DELTA_LOG_FILE_NOT_FOUND",
        $"'{file}' (version {version}) was listed and is gone: the log was changed while it was read, or a checkpoint names a file that was deleted.",
        Parameters(("file", file), ("version", Text(version))),
        innerException: cause);

    public static DataPlatformException CheckpointBroken(string file, long version, string why, Exception? cause = null) => new(
        "DELTA_CHECKPOINT_BROKEN",
        $"The checkpoint '{file}' (version {version}) cannot be read: {why}",
        Parameters(("file", file), ("version", Text(version))),
        innerException: cause);

    public static DataPlatformException DeletionVectorBroken(string path, Exception cause) => new(
        "DELTA_DELETION_VECTOR_BROKEN",
        $"The deletion vector in '{path}' cannot be read: {cause.Message} The table's rows cannot be told without it.",
        Parameters(("path", path)),
        innerException: cause);

    public static DataPlatformException DeletionVectorSize(string path, int found, int expected) => new(
        "DELTA_DELETION_VECTOR_SIZE_MISMATCH",
        $"The deletion vector in '{path}' has {found} bytes; the log says {expected}.",
        Parameters(("path", path)));

    public static DataPlatformException DeletionVectorChecksum(string path) => new(
        "DELTA_DELETION_VECTOR_CHECKSUM_MISMATCH",
        $"The deletion vector in '{path}' is damaged: its checksum is not that of its content.",
        Parameters(("path", path)));

    public static DataPlatformException DeletionVectorCardinality(string path, long found, long expected) => new(
        "DELTA_DELETION_VECTOR_CARDINALITY_MISMATCH",
        $"The deletion vector in '{path}' marks {found} rows; the log says {expected}.",
        Parameters(("path", path)));

    public static DataPlatformException ProtocolTooNew(string path, Protocol protocol) => new(
        "DELTA_INVALID_PROTOCOL_VERSION",
        $"'{path}' needs reader version {protocol.MinReaderVersion} and writer version {protocol.MinWriterVersion}; this library knows readers up to 3 and writers up to 7. Use a newer release.",
        Parameters(
            ("tableNameOrPath", path),
            ("readerRequired", Text(protocol.MinReaderVersion)),
            ("writerRequired", Text(protocol.MinWriterVersion))));

    public static DataPlatformException FeaturesUnsupportedForRead(string path, IEnumerable<string> features) => Unsupported(
        "DELTA_UNSUPPORTED_FEATURES_FOR_READ", "read", path, features);

    public static DataPlatformException FeaturesUnsupportedForWrite(string path, IEnumerable<string> features) => Unsupported(
        "DELTA_UNSUPPORTED_FEATURES_FOR_WRITE", "written", path, features);

    public static DataPlatformException AppendOnly(string path) => new(
        "DELTA_CANNOT_MODIFY_APPEND_ONLY",
        $"'{path}' only takes appends. To update or delete, set the table property {TableProperties.AppendOnly} to false.",
        Parameters(("table_name", path), ("config", TableProperties.AppendOnly)));

    public static DataPlatformException InvalidProperty(string key, string value, string expected) => new(
        "DELTA_INVALID_TABLE_PROPERTY",
        $"The table property {key} is '{value}'; it must be {expected}.",
        Parameters(("key", key), ("value", value)));

    public static DataPlatformException SchemaIsNoStruct(string json, Exception? cause = null) => new(
        "INVALID_JSON_DATA_TYPE",
        $"The table's schemaString is no struct type: {json}",
        Parameters(("invalidType", json)),
        innerException: cause);

    public static DataPlatformException MetadataAbsent(string path) => new(
        "DELTA_METADATA_ABSENT",
        $"'{path}' does not exist yet: its first commit must set the table's metadata.",
        Parameters(("path", path)));

    public static DataPlatformException PartitionValueInvalid(string column, string text, DataType type) => new(
        "DELTA_FAILED_CAST_PARTITION_VALUE",
        $"The log has the partition value '{text}' of column '{column}', which is no {type.SimpleString}.",
        Parameters(("value", text), ("column", column), ("dataType", type.SimpleString)));

    public static DataPlatformException AddFilePartitioning(string path, IEnumerable<string> given, IEnumerable<string> expected) => new(
        "DELTA_ADDFILE_PARTITIONING_MISMATCH",
        $"The file '{path}' has partition values of [{string.Join(", ", given)}]; the table is partitioned by [{string.Join(", ", expected)}].",
        Parameters(("path", path)));

    public static DataPlatformException PartitionColumnNotFound(string column, StructType schema) => new(
        "DELTA_PARTITION_COLUMN_NOT_FOUND",
        $"The partition column '{column}' is no column of the table: [{string.Join(", ", schema.Fields.Select(field => field.Name))}].",
        Parameters(("columnName", column)));

    public static DataPlatformException PartitionColumnType(string column, DataType type) => new(
        "DELTA_INVALID_PARTITION_COLUMN_TYPE",
        $"The column '{column}' is of type {type.SimpleString}, by which a table cannot be partitioned.",
        Parameters(("name", column), ("dataType", type.SimpleString)));

    public static DataPlatformException AllColumnsPartition() => new(
        "DELTA_CANNOT_USE_ALL_COLUMNS_FOR_PARTITION",
        "A table cannot be partitioned by all of its columns: its data files would hold none.");

    public static DataPlatformException DuplicateColumns(IEnumerable<string> columns) => new(
        "DELTA_DUPLICATE_COLUMNS_FOUND.DATA",
        $"Columns stand twice, case aside: {string.Join(", ", columns)}. Rename them.",
        Parameters(("duplicateCols", string.Join(", ", columns))));

    public static DataPlatformException NestedNullType(StructField column) => new(
        "DELTA_COMPLEX_TYPE_COLUMN_CONTAINS_NULL_TYPE",
        $"The column {column.Name} of type {column.DataType.Sql} holds a void, which data files cannot: cast the null to the type it stands for.",
        Parameters(("columnName", column.Name), ("dataType", column.DataType.Sql)));

    public static DataPlatformException InvalidColumnNames(IEnumerable<string> columns) => new(
        "DELTA_INVALID_CHARACTERS_IN_COLUMN_NAMES",
        $"Column names must not contain any of ' ,;{{}}()=', tabs or line ends: {string.Join(", ", columns.Select(column => $"'{column}'"))}. Rename them.",
        Parameters(("invalidColumnNames", string.Join(", ", columns))));

    public static DataPlatformException MergeFailed(StructField field, StructField update, DataType current, DataType incoming) => new(
        "DELTA_FAILED_TO_MERGE_FIELDS",
        $"Failed to merge fields '{field.Name}' and '{update.Name}': the table has {current.SimpleString}, the data {incoming.SimpleString}. Cast the data's column.",
        Parameters(("currentField", field.Name), ("updateField", update.Name), ("currentType", current.SimpleString), ("updateType", incoming.SimpleString)));

    public static DataPlatformException SchemaMismatch(Metadata table, StructType incoming) => new(
        "DELTA_METADATA_MISMATCH",
        $"The data's schema is not the table's (table id {table.Id}), and the option mergeSchema is not set. Table: {table.Schema.ToDdl()}. Data: {incoming.ToDdl()}.",
        Parameters(("id", table.Id), ("tableSchema", table.Schema.ToDdl()), ("dataSchema", incoming.ToDdl())));

    public static DataPlatformException OutcomeUnknown(CommitResult.Unknown unknown) => new(
        "DELTA_COMMIT_OUTCOME_UNKNOWN",
        $"Storage did not say whether version {unknown.Version} of '{unknown.Table}' was committed, and reading it back did not tell. Look at the table's history before running the operation again.",
        Parameters(("table", unknown.Table), ("version", Text(unknown.Version))),
        isTransient: true,
        unknown.Cause);

    public static DataPlatformException Conflict(CommitResult.Conflicted conflict)
    {
        var (code, what) = conflict.Kind switch
        {
            ConflictKind.ProtocolChanged => ("DELTA_PROTOCOL_CHANGED", "changed the table's protocol"),
            ConflictKind.MetadataChanged => ("DELTA_METADATA_CHANGED", "changed the table's schema or properties"),
            ConflictKind.DomainMetadataChanged => ("DELTA_DOMAIN_METADATA_CHANGED", "changed the same metadata domain"),
            ConflictKind.ConcurrentTransaction => ("DELTA_CONCURRENT_TRANSACTION", "was made by the same application"),
            ConflictKind.ConcurrentAppend => ("DELTA_CONCURRENT_APPEND", "added data that this operation should have read"),
            ConflictKind.ConcurrentDeleteRead => ("DELTA_CONCURRENT_DELETE_READ", "deleted data that this operation read"),
            ConflictKind.ConcurrentDeleteDelete => ("DELTA_CONCURRENT_DELETE_DELETE", "deleted data that this operation deletes too"),
            _ => throw new ArgumentOutOfRangeException(nameof(conflict), conflict.Kind, "Not a conflict kind."),
        };
        var operation = conflict.Winner.Operation ?? "another writer";
        var detail = conflict.Detail.Length == 0 ? "" : $" ({conflict.Detail})";
        return new DataPlatformException(
            code,
            $"Version {conflict.WinningVersion} of '{conflict.Table}', committed by {operation} while this operation ran, {what}{detail}. Nothing was committed; run the operation again.",
            Parameters(("tableName", conflict.Table), ("version", Text(conflict.WinningVersion)), ("operation", operation)),
            isTransient: true);
    }

    private static DataPlatformException Unsupported(string code, string verb, string path, IEnumerable<string> features)
    {
        var names = string.Join(", ", features);
        return new DataPlatformException(
            code,
            $"'{path}' cannot be {verb} here: it needs the table feature(s) {names}, which this engine does not know. Use a Spark master or a newer release.",
            Parameters(("tableNameOrPath", path), ("unsupported", names)));
    }

    private static Dictionary<string, string> Parameters(params (string Key, string Value)[] parameters) =>
        parameters.ToDictionary(parameter => parameter.Key, parameter => parameter.Value);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
