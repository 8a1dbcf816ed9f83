namespace DataPlatform.Pipelines;

/// <summary>A number that people ask for, defined once.</summary>
/// <param name="Name">Its name, as a column.</param>
/// <param name="Expression">How it is computed from a group of rows of its table: a Spark SQL aggregate.</param>
/// <param name="Unit">What it counts, such as <c>flights</c>, <c>minutes</c> or <c>ratio</c> (0 to 1).</param>
/// <param name="Description">What it means, nulls and limits included.</param>
public sealed record Measure(string Name, string Expression, string Unit, string Description);
