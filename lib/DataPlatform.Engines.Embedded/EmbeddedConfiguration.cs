using System.Collections.Concurrent;
using System.Globalization;
using DataPlatform.Engines.Embedded.Natives;
using DataPlatform.Plans;

namespace DataPlatform.Engines.Embedded;

/// <summary>The session's settings: Spark's names and Spark's defaults where this engine has a use for them; others are kept and have no effect.</summary>
internal sealed class EmbeddedConfiguration : IEngineConfiguration
{
    public const string TimeZone = "spark.sql.session.timeZone";
    public const string PivotMaxValues = "spark.sql.pivotMaxValues";
    public const string DefaultSource = "spark.sql.sources.default";
    public const string PartitionOverwriteMode = "spark.sql.sources.partitionOverwriteMode";
    public const string AutoMerge = "spark.databricks.delta.schema.autoMerge.enabled";

    /// <summary>For fault tests: the step that touches storage at which the process is killed; see <see cref="Delta.FaultingLogStore"/>.</summary>
    public const string KillAtStorageStep = "dataplatform.fault.killAtStorageStep";

    private const string Ansi = "spark.sql.ansi.enabled";
    private const string PrecisionLoss = "spark.sql.decimalOperations.allowPrecisionLoss";
    private const string CaseSensitive = "spark.sql.caseSensitive";
    private const string MapKeyPolicy = "spark.sql.mapKeyDedupPolicy";

    private static readonly Dictionary<string, string> Defaults = new()
    {
        [TimeZone] = "UTC",
        [PivotMaxValues] = "10000",
        [DefaultSource] = "delta",
        [PartitionOverwriteMode] = "static",
        [AutoMerge] = "false",
        [Ansi] = "true",
        [PrecisionLoss] = "true",
        [CaseSensitive] = "false",
        ["spark.sql.shuffle.partitions"] = "200",
        ["spark.app.name"] = "DataPlatform",
        ["spark.master"] = "embedded",
    };

    /// <summary>What belongs to SQL and yet is fixed when Spark starts.</summary>
    private static readonly string[] Static =
    [
        "spark.sql.warehouse.dir", "spark.sql.extensions", "spark.sql.catalogImplementation", "spark.sql.globalTempDatabase", "spark.sql.cache.serializer",
        "spark.sql.queryExecutionListeners", "spark.sql.streaming.streamingQueryListeners", "spark.sql.sources.schemaStringLengthThreshold", "spark.sql.filesourceTableRelationCacheSize",
        "spark.sql.codegen.cache.maxEntries", "spark.sql.debug", "spark.sql.event.truncate.length", "spark.sql.ui.retainedExecutions", "spark.sql.artifact.isolation.enabled",
    ];

    private readonly ConcurrentDictionary<string, string> _values;

    public EmbeddedConfiguration(IReadOnlyDictionary<string, string> values)
    {
        _values = new ConcurrentDictionary<string, string>(values);
        foreach (var (key, value) in values)
        {
            Validate(key, value);
        }
    }

    /// <summary>Called after a setting changed, with its name.</summary>
    public event Action<string>? Changed;

    /// <summary>The value of a setting that has a default.</summary>
    public string this[string key] => Get(key)!;

    public string? Get(string key) => _values.TryGetValue(key, out var value) ? value : Defaults.GetValueOrDefault(key);

    public void Set(string key, string value)
    {
        CheckModifiable(key);
        Validate(key, value);
        _values[key] = value;
        Changed?.Invoke(key);
    }

    public void Unset(string key)
    {
        CheckModifiable(key);
        _values.TryRemove(key, out _);
        Changed?.Invoke(key);
    }

    // As in Spark: what belongs to SQL may change; of a name that is nobody's it says no, and yet takes it.
    public bool IsModifiable(string key) => !Static.Contains(key) &&
        (key.StartsWith("spark.sql.", StringComparison.Ordinal) || key.StartsWith("spark.databricks.", StringComparison.Ordinal));

    private void CheckModifiable(string key)
    {
        if (!IsModifiable(key) && key.StartsWith("spark.", StringComparison.Ordinal))
        {
            throw new AnalysisException(
                Static.Contains(key) ? "CANNOT_MODIFY_STATIC_CONFIG" : "CANNOT_MODIFY_CONFIG",
                $"The setting {key} is fixed when the session begins: give it to the builder or to spark-submit (--conf).",
                EmbeddedErrors.Of(("key", key)));
        }
    }

    private static void Validate(string key, string value)
    {
        var (fits, kind) = key == PivotMaxValues ? (int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _), "a whole number")
            : Defaults.GetValueOrDefault(key) is "true" or "false" ? (bool.TryParse(value, out _), "true or false")
            : (true, "");
        if (!fits)
        {
            throw new AnalysisException("INVALID_CONF_VALUE.TYPE_MISMATCH", $"{key} is {kind}, not '{value}'.", EmbeddedErrors.Of(("confName", key), ("confValue", value)));
        }

        switch (key)
        {
            case TimeZone when SparkTimeZone.Find(value) is null:
                throw new AnalysisException("INVALID_CONF_VALUE.TIME_ZONE", $"'{value}' is no time zone for {key}: give a region such as Europe/Paris or an offset such as +02:00.");
            case Ansi when !bool.Parse(value):
                throw EmbeddedErrors.UnsupportedFeature($"{key}={value}", "It computes as Spark does with ANSI on; use the try_ functions where null is wanted.");
            case PrecisionLoss when !bool.Parse(value):
                throw EmbeddedErrors.UnsupportedFeature($"{key}={value}", "Cast the operands to the types wanted.");
            case CaseSensitive when bool.Parse(value):
                throw EmbeddedErrors.UnsupportedFeature($"{key}={value}", "Names are compared without case.");
            case MapKeyPolicy when !value.Equals("EXCEPTION", StringComparison.OrdinalIgnoreCase):
                throw EmbeddedErrors.UnsupportedFeature($"{key}={value}", "A key that comes twice in a map is an error: leave one out first.");
            default:
                break;
        }
    }
}
