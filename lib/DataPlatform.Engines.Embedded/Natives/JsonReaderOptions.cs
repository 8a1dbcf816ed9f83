namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>What is taken for JSON beyond its rules; Spark's options of these names.</summary>
internal sealed record JsonReaderOptions
{
    public bool AllowSingleQuotes { get; init; } = true;

    public bool AllowUnquotedFieldNames { get; init; }

    public bool AllowComments { get; init; }
}
