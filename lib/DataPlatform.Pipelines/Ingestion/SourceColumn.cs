namespace DataPlatform.Pipelines;

/// <summary>A column that a source delivers.</summary>
/// <param name="Name">Its name, as in the files; matched exactly.</param>
/// <param name="Type">The Spark SQL type that its text is to be readable as, such as <c>int</c>; bronze keeps the text.</param>
public sealed record SourceColumn(string Name, string Type)
{
    /// <summary>Whether a delivery may be without it; it is then null.</summary>
    public bool IsOptional { get; init; }
}
