namespace DataPlatform.Plans;

/// <summary>The input's rows and columns, with advice for the planner that an engine may pass over.</summary>
/// <param name="Input">The relation read.</param>
/// <param name="Name">The hint, such as <c>broadcast</c>.</param>
/// <param name="Parameters">Its parameters.</param>
public sealed record Hint(LogicalPlan Input, string Name, ValueList<Expression> Parameters) : UnaryPlan(Input);
