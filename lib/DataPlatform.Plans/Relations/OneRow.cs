namespace DataPlatform.Plans;

/// <summary>One row without columns: what <c>SELECT 1</c> reads.</summary>
public sealed record OneRow : LogicalPlan;
