namespace DataPlatform.Plans;

/// <summary>How often each pair of values occurs: a row a value of the first column, a column a value of the second.</summary>
/// <param name="Input">The relation read.</param>
/// <param name="Column1">The column whose values are rows.</param>
/// <param name="Column2">The column whose values are columns.</param>
public sealed record StatCrosstab(LogicalPlan Input, string Column1, string Column2) : UnaryPlan(Input);
