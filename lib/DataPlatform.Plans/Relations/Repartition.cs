namespace DataPlatform.Plans;

/// <summary>The input's rows and columns, spread anew over a cluster.</summary>
/// <param name="Input">The relation read.</param>
/// <param name="NumPartitions">Into how many parts; null: the default.</param>
/// <param name="Shuffle">Whether parts may be split, or only put together (<c>coalesce</c>).</param>
/// <param name="Expressions">What rows of one part share; none: nothing. A <see cref="SortOrder"/> spreads by range.</param>
public sealed record Repartition(LogicalPlan Input, int? NumPartitions, bool Shuffle, ValueList<Expression> Expressions) : UnaryPlan(Input);
