namespace DataPlatform.Plans;

/// <summary>The input's rows and columns, its columns reachable as <c>alias.name</c>.</summary>
/// <param name="Input">The relation named.</param>
/// <param name="Name">The alias.</param>
public sealed record SubqueryAlias(LogicalPlan Input, string Name) : UnaryPlan(Input);
