namespace Specification.RandomPlans;

/// <summary>A column of a random data frame. Sums of exact numbers do not depend on the order of rows.</summary>
public sealed record RandomColumn(string Name, Kind Kind, bool IsExact = false);
