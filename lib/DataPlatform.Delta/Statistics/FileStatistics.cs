using System.Text.Json;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta;

/// <summary>What the log knows of a data file's rows (PROTOCOL.md, "Per-file Statistics"). Anything may be missing; what is missing says nothing.</summary>
public sealed class FileStatistics
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 512 };

    // The log cuts timestamps to milliseconds; a row may be up to one above the bound.
    private const long MicrosecondsPerMillisecond = 1000;

    private readonly JsonElement _root;

    private FileStatistics(JsonElement root, string? source)
    {
        _root = root;
        Source = source;
        NumRecords = Find(["numRecords"]) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var count) ? count : null;
    }

    /// <summary>Nothing known.</summary>
    public static FileStatistics None { get; } = new(default, null);

    /// <summary>Rows of the data file, those a deletion vector marks included.</summary>
    public long? NumRecords { get; }

    /// <summary>The text that was parsed.</summary>
    internal string? Source { get; }

    /// <summary>Nulls of a column; null where the log does not say.</summary>
    /// <param name="column">Physical names from the outside in, as written.</param>
    public long? NullCount(ValueList<string> column) =>
        Find(column.Prepend("nullCount")) is { ValueKind: JsonValueKind.Number } element && element.TryGetInt64(out var count) ? count : null;

    /// <summary>
    /// The statistics of a new file, as JSON for <see cref="AddFile.Stats"/>: numRecords, minValues, maxValues and nullCount of the columns that the
    /// table's properties index (<c>delta.dataSkippingNumIndexedCols</c>, 32 leaves unless set, or <c>delta.dataSkippingStatsColumns</c>).
    /// Text is cut to 32 characters, timestamps to milliseconds; NaN and infinities give no bound.
    /// </summary>
    /// <param name="metadata">The table's metadata with which the file is committed.</param>
    /// <param name="numRecords">Rows of the file.</param>
    /// <param name="columns">What is known of leaf columns, in any order; partition columns and columns that are not indexed are passed over.</param>
    public static string Compose(Metadata metadata, long numRecords, IEnumerable<ColumnStatistics> columns)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(columns);
        return StatisticsWriter.Write(metadata, numRecords, columns);
    }

    internal static FileStatistics Parse(string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return None;
        }

        try
        {
            return new FileStatistics(JsonDocument.Parse(json, Options).RootElement, json);
        }
        catch (JsonException)
        {
            // Statistics are an aid: without them every row is read, which is right if slow.
            return new FileStatistics(default, json);
        }
    }

    /// <summary>A value that no row of the column is below, in <see cref="ComparableValue"/>'s form.</summary>
    internal object? LowerBound(ValueList<string> column, DataType type) => Bound("minValues", column, type);

    /// <summary>A value that no row of the column is above, in <see cref="ComparableValue"/>'s form.</summary>
    internal object? UpperBound(ValueList<string> column, DataType type) => Bound("maxValues", column, type) switch
    {
        long micros when type is TimestampType or TimestampNTZType =>
            micros > long.MaxValue - MicrosecondsPerMillisecond ? null : micros + MicrosecondsPerMillisecond,
        var bound => bound,
    };

    private object? Bound(string kind, ValueList<string> column, DataType type) =>
        Find(column.Prepend(kind)) is { } element ? Value(element, type) : null;

    private JsonElement? Find(IEnumerable<string> path)
    {
        var element = _root;
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var inner))
            {
                return null;
            }

            element = inner;
        }

        return element;
    }

    private static object? Value(JsonElement element, DataType type) => (type, element.ValueKind) switch
    {
        (IntegralType, JsonValueKind.Number) => element.TryGetInt64(out var number) ? number : null,
        (FloatType, JsonValueKind.Number) => element.TryGetSingle(out var number) ? (double)number : null,
        (DoubleType, JsonValueKind.Number) => element.TryGetDouble(out var number) ? number : null,
        (DecimalType, JsonValueKind.Number) => element.TryGetDecimal(out var number) ? number : null,
        (StringType or CharType or VarcharType, JsonValueKind.String) => element.GetString(),
        (DateType, JsonValueKind.String) => TemporalText.Date(element.GetString()!) is { } day ? (long)day : null,
        (TimestampType, JsonValueKind.String) => TemporalText.Instant(element.GetString()!, TimeZoneInfo.Utc),
        (TimestampNTZType, JsonValueKind.String) => TemporalText.Local(element.GetString()!),
        _ => null,
    };
}
