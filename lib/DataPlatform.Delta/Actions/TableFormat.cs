namespace DataPlatform.Delta;

/// <summary>How the data files are encoded.</summary>
/// <param name="Provider">The format's name; <c>parquet</c> in every table that the protocol allows.</param>
/// <param name="Options">Options of the format; empty as a rule.</param>
public sealed record TableFormat(string Provider, IReadOnlyDictionary<string, string> Options)
{
    /// <summary>Parquet without options.</summary>
    public static TableFormat Parquet { get; } = new("parquet", new Dictionary<string, string>());
}
