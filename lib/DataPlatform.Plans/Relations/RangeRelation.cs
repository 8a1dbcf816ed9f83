namespace DataPlatform.Plans;

/// <summary>One column <c>id</c> of type bigint, not null, in order: from start (inclusive) to end (exclusive) by step.</summary>
/// <param name="Start">The first number.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Step">The distance; not 0.</param>
/// <param name="NumPartitions">How many parts a cluster makes of it; null: its default.</param>
public sealed record RangeRelation(long Start, long End, long Step, int? NumPartitions = null) : LogicalPlan;
