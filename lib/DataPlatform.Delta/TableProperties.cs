using System.Globalization;

namespace DataPlatform.Delta;

/// <summary>Names and values of the table properties that the log itself obeys.</summary>
internal static class TableProperties
{
    public const string AppendOnly = "delta.appendOnly";
    public const string CheckpointInterval = "delta.checkpointInterval";
    public const string DeletedFileRetention = "delta.deletedFileRetentionDuration";
    public const string TransactionRetention = "delta.setTransactionRetentionDuration";
    public const string IsolationLevel = "delta.isolationLevel";
    public const string EnableChangeDataFeed = "delta.enableChangeDataFeed";
    public const string EnableInCommitTimestamps = "delta.enableInCommitTimestamps";
    public const string InCommitTimestampEnablementVersion = "delta.inCommitTimestampEnablementVersion";
    public const string EnableDeletionVectors = "delta.enableDeletionVectors";
    public const string ColumnMappingMode = "delta.columnMapping.mode";
    public const string ConstraintPrefix = "delta.constraints.";
    public const string IndexedColumnCount = "delta.dataSkippingNumIndexedCols";
    public const string IndexedColumns = "delta.dataSkippingStatsColumns";

    private static readonly Dictionary<string, TimeSpan> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["week"] = TimeSpan.FromDays(7),
        ["day"] = TimeSpan.FromDays(1),
        ["hour"] = TimeSpan.FromHours(1),
        ["minute"] = TimeSpan.FromMinutes(1),
        ["second"] = TimeSpan.FromSeconds(1),
        ["millisecond"] = TimeSpan.FromMilliseconds(1),
        ["microsecond"] = TimeSpan.FromMicroseconds(1),
    };

    public static bool IsTrue(Metadata metadata, string key) =>
        metadata.Properties.TryGetValue(key, out var value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);

    public static int Integer(Metadata metadata, string key, int defaultValue) =>
        metadata.Properties.TryGetValue(key, out var text)
            ? int.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : throw DeltaErrors.InvalidProperty(key, text, "a whole number")
            : defaultValue;

    /// <summary>A property such as <c>interval 1 week</c>; null where it is not set and there is no default.</summary>
    public static TimeSpan? Interval(Metadata metadata, string key, TimeSpan? defaultValue)
    {
        if (!metadata.Properties.TryGetValue(key, out var text))
        {
            return defaultValue;
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = words.Length > 0 && words[0].Equals("interval", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        var total = TimeSpan.Zero;
        for (var i = first; i < words.Length; i += 2)
        {
            if (i + 1 >= words.Length || !long.TryParse(words[i], CultureInfo.InvariantCulture, out var count) ||
                !Units.TryGetValue(words[i + 1].TrimEnd('s', 'S'), out var unit))
            {
                throw DeltaErrors.InvalidProperty(key, text, "an interval such as 'interval 1 week'");
            }

            total += unit * count;
        }

        return total;
    }
}
