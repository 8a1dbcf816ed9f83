using System.Globalization;
using DataPlatform.Delta;
using DataPlatform.Engines.Embedded.Sources;
using DataPlatform.Plans;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>The options of a write to a Delta table, by Delta's names.</summary>
internal sealed class DeltaWriteOptions
{
    public DeltaWriteOptions(WriteOperation write, EmbeddedConfiguration configuration)
    {
        var options = new SourceOptions(write.Options);
        MergeSchema = options.Flag("mergeSchema", bool.Parse(configuration[EmbeddedConfiguration.AutoMerge]));
        OverwriteSchema = options.Flag("overwriteSchema");
        ReplaceWhere = options.Get("replaceWhere");
        UserMetadata = options.Get("userMetadata") ?? configuration.Get("spark.databricks.delta.commitInfo.userMetadata");
        var mode = options.Get("partitionOverwriteMode") ?? configuration[EmbeddedConfiguration.PartitionOverwriteMode];
        DynamicPartitions = mode.Equals("dynamic", StringComparison.OrdinalIgnoreCase);
        TableProperties = write.Options
            .Where(o => o.Key.StartsWith("delta.", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(o => o.Key, o => o.Value);
        Application = (options.Get("txnAppId"), options.Get("txnVersion")) switch
        {
            (null, null) => null,
            ({ } id, { } version) when long.TryParse(version, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => (id, number),
            _ => throw new AnalysisException(
                "DELTA_INVALID_IDEMPOTENT_WRITES_OPTIONS", "A write that is to happen once needs both txnAppId and a whole number as txnVersion."),
        };
    }

    public bool MergeSchema { get; }

    public bool OverwriteSchema { get; }

    public string? ReplaceWhere { get; }

    public bool DynamicPartitions { get; }

    public string? UserMetadata { get; }

    /// <summary>Properties of a table made anew: all options that begin with <c>delta.</c>.</summary>
    public IReadOnlyDictionary<string, string> TableProperties { get; }

    /// <summary>The application and its version under which the write happens once; null: it happens whenever asked.</summary>
    public (string Id, long Version)? Application { get; }

    /// <summary>Whether the application has committed this version, or a later one.</summary>
    public bool IsDone(Snapshot snapshot) => Application is { } application && snapshot.LastTransactionVersion(application.Id) >= application.Version;
}
