namespace DataPlatform.Plans;

/// <summary>The input's rows in an order; all columns.</summary>
/// <param name="Input">The relation read.</param>
/// <param name="Order">The keys, first to last.</param>
/// <param name="IsGlobal">Whether the whole is ordered, or (on a cluster) each partition for itself.</param>
public sealed record Sort(LogicalPlan Input, ValueList<SortOrder> Order, bool IsGlobal) : UnaryPlan(Input);
