namespace DataPlatform.Plans;

/// <summary>The input's rows for which the condition is true (null is not), in their order; all columns.</summary>
/// <param name="Input">The relation read.</param>
/// <param name="Condition">A boolean.</param>
public sealed record Filter(LogicalPlan Input, Expression Condition) : UnaryPlan(Input)
{
    /// <summary>Whether the condition may hold window functions (SQL's <c>QUALIFY</c>). From SQL text only.</summary>
    public bool IsQualify { get; init; }
}
