namespace DataPlatform.Pipelines;

/// <summary>What is known of a data set before any of it was read: where it comes from, what a row is, and what is expected of rows.</summary>
/// <param name="Name">The name of its source, of its bronze table and of its silver table.</param>
/// <param name="Source">Where it is delivered, and in which form.</param>
/// <param name="Key">The columns of the silver table that name a row.</param>
public sealed record Dataset(string Name, FileSource Source, IReadOnlyList<string> Key)
{
    /// <summary>What is expected of the rows of the silver table.</summary>
    public IReadOnlyList<Expectation> Expectations { get; init; } = [];
}
