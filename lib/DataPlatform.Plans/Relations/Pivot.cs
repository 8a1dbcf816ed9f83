namespace DataPlatform.Plans;

/// <summary>A column whose values become columns.</summary>
/// <param name="Column">The column.</param>
/// <param name="Values">The values in order; none: all that occur, ascending.</param>
public sealed record Pivot(Expression Column, ValueList<Literal> Values);
