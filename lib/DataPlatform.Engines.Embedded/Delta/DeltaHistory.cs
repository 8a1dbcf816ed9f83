using DataPlatform.Delta;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>A table's commits as rows, with the columns of Delta's <c>DESCRIBE HISTORY</c>.</summary>
internal static class DeltaHistory
{
    private static readonly StructType Job = new(
    [
        new("jobId", new StringType()), new("jobName", new StringType()), new("jobRunId", new StringType()), new("runId", new StringType()),
        new("jobOwnerId", new StringType()), new("triggerType", new StringType()),
    ]);

    private static readonly StructType Columns = new(
    [
        new("version", new LongType()),
        new("timestamp", new TimestampType()),
        new("userId", new StringType()),
        new("userName", new StringType()),
        new("operation", new StringType()),
        new("operationParameters", new MapType(new StringType(), new StringType())),
        new("job", Job),
        new("notebook", new StructType([new("notebookId", new StringType())])),
        new("clusterId", new StringType()),
        new("readVersion", new LongType()),
        new("isolationLevel", new StringType()),
        new("isBlindAppend", new BooleanType()),
        new("operationMetrics", new MapType(new StringType(), new StringType())),
        new("userMetadata", new StringType()),
        new("engineInfo", new StringType()),
    ]);

    /// <summary>The newest commits first.</summary>
    public static LocalRelation Rows(DeltaLog log, int? limit) => new(Columns, log.History(limit).Select(Row).ToList());

    private static object?[] Row(CommitInfo commit) =>
    [
        commit.Version,
        commit.Timestamp is { } milliseconds ? Timestamp.FromEpochMicroseconds(milliseconds * 1000) : null,
        commit.UserId,
        commit.UserName,
        commit.Operation,
        Map(commit.OperationParameters),
        null,
        null,
        null,
        commit.ReadVersion,
        commit.IsolationLevel,
        commit.IsBlindAppend,
        Map(commit.OperationMetrics),
        commit.UserMetadata,
        commit.EngineInfo,
    ];

    private static Dictionary<object, object?> Map(IReadOnlyDictionary<string, string> values) =>
        values.ToDictionary(pair => (object)pair.Key, pair => (object?)pair.Value);
}
