namespace DataPlatform.Pipelines;

/// <summary>The columns that every bronze row has beside what was delivered.</summary>
public static class DeliveryColumns
{
    /// <summary>The file, relative to the landing folder, parts separated by <c>/</c>; text.</summary>
    public const string SourceFile = "_source_file";

    /// <summary>When the file was last changed; timestamp.</summary>
    public const string SourceModifiedAt = "_source_modified_at";

    /// <summary>When the run that took the file in began; timestamp.</summary>
    public const string IngestedAt = "_ingested_at";

    /// <summary>The run that took the file in; text.</summary>
    public const string RunId = "_run_id";

    /// <summary>What did not fit, as a JSON object by column; null where all did; text.</summary>
    public const string RescuedData = "_rescued_data";

    /// <summary>The batch of <c>ops/ingested_files</c> that the file was taken in with; bigint, growing.</summary>
    public const string BatchId = "_batch_id";

    /// <summary>The day that the delivery is of: the date in the file's name, else the logical date of the run that took it in; date.</summary>
    public const string DeliveryDate = "_delivery_date";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [SourceFile, SourceModifiedAt, IngestedAt, RunId, RescuedData, BatchId, DeliveryDate];

    /// <summary>What orders deliveries from older to newer: the first column that differs decides.</summary>
    public static IReadOnlyList<string> Order { get; } = [DeliveryDate, SourceModifiedAt, BatchId, SourceFile];
}
