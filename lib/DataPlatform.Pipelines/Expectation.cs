namespace DataPlatform.Pipelines;

/// <summary>Something that every row of a table is to fulfil.</summary>
/// <param name="Name">Lower case letters, digits and <c>_</c>; unique within the table. It is what the quarantine table and reports say.</param>
/// <param name="Condition">A Spark SQL condition over the row. A row fulfils it only where it is true: null counts as failed.</param>
/// <param name="Action">What happens to a row that fails.</param>
public sealed record Expectation(string Name, string Condition, ExpectationAction Action)
{
    /// <summary>Why it is expected, for people; may be empty.</summary>
    public string Description { get; init; } = "";
}
