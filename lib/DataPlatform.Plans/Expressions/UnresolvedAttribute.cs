namespace DataPlatform.Plans;

/// <summary>A column by name.</summary>
/// <param name="Name">The name as in SQL text: parts split by dots, a part in back quotes taken as it is.</param>
/// <param name="PlanId">The data frame whose column it is (<see cref="LogicalPlan.PlanId"/>); null: found by name alone.</param>
public sealed record UnresolvedAttribute(string Name, long? PlanId = null) : Expression;
