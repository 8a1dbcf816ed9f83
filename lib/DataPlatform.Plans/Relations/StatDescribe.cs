namespace DataPlatform.Plans;

/// <summary>As <see cref="StatSummary"/> with count, mean, stddev, min and max, of the columns named.</summary>
/// <param name="Input">The relation read.</param>
/// <param name="Columns">The columns; none: all numeric and string ones.</param>
public sealed record StatDescribe(LogicalPlan Input, ValueList<string> Columns) : UnaryPlan(Input);
