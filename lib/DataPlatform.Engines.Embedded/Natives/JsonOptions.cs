namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>The options of JSON functions that the engine knows; Spark's names.</summary>
internal sealed record JsonOptions
{
    private static readonly string[] Ignored = ["primitivesasstring", "allownonnumericnumbers", "locale"];

    public JsonReaderOptions Reader { get; init; } = new();

    /// <summary>Whether a record that does not fit is an error.</summary>
    public bool FailsFast { get; init; }

    public string? DateFormat { get; init; }

    public string? TimestampFormat { get; init; }

    public string? TimestampNtzFormat { get; init; }

    public string? TimeZone { get; init; }

    public string CorruptRecordColumn { get; init; } = "_corrupt_record";

    public bool IgnoreNullFields { get; init; } = true;

    public bool PrefersDecimal { get; init; }

    /// <summary>Whether numbers and truth values are inferred as text. For readers; functions do not have it.</summary>
    public bool PrimitivesAsString { get; init; }

    /// <summary>The options of names and values; a name's case does not matter.</summary>
    /// <exception cref="AnalysisException"><c>UNSUPPORTED_FEATURE</c>: an option that the engine does not have.</exception>
    public static JsonOptions Of(IEnumerable<KeyValuePair<string, string>> options) => options.Aggregate(new JsonOptions(), (all, option) => all.With(option.Key, option.Value));

    private JsonOptions With(string name, string value)
    {
        var isTrue = value.Equals("true", StringComparison.OrdinalIgnoreCase);
        return name.ToLowerInvariant() switch
        {
            "mode" when value.ToUpperInvariant() is "PERMISSIVE" or "FAILFAST" => this with { FailsFast = value.Equals("FAILFAST", StringComparison.OrdinalIgnoreCase) },
            "dateformat" => this with { DateFormat = value },
            "timestampformat" => this with { TimestampFormat = value },
            "timestampntzformat" => this with { TimestampNtzFormat = value },
            "timezone" => this with { TimeZone = value },
            "columnnameofcorruptrecord" => this with { CorruptRecordColumn = value },
            "ignorenullfields" => this with { IgnoreNullFields = isTrue },
            "prefersdecimal" => this with { PrefersDecimal = isTrue },
            "allowsinglequotes" => this with { Reader = Reader with { AllowSingleQuotes = isTrue } },
            "allowunquotedfieldnames" => this with { Reader = Reader with { AllowUnquotedFieldNames = isTrue } },
            "allowcomments" => this with { Reader = Reader with { AllowComments = isTrue } },
            var other when Ignored.Contains(other) && !(other == "primitivesasstring" && isTrue) => this,
            _ => throw EmbeddedErrors.UnsupportedFeature($"the JSON option {name} = {value}", "Leave it out, or run the job on Spark."),
        };
    }
}
