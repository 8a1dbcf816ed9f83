namespace DataPlatform.Plans;

/// <summary>The input's rows with columns set: one of that name (case aside) is replaced in place, a new one comes last.</summary>
/// <param name="Input">The relation read.</param>
/// <param name="Aliases">The columns, each under one name.</param>
public sealed record WithColumns(LogicalPlan Input, ValueList<Alias> Aliases) : UnaryPlan(Input);
