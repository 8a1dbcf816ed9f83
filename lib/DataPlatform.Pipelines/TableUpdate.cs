namespace DataPlatform.Pipelines;

/// <summary>One update of a table: a row of <c>ops/updates</c>.</summary>
/// <param name="Table">The table's identifier.</param>
/// <param name="Sequence">Counts the table's updates; for bronze tables it is the batch.</param>
/// <param name="Inputs">For each source of the table the sequence up to which, inclusive, the table has taken it in.</param>
/// <param name="Changed">The slices or keys whose rows changed, as text; null where all may have.</param>
public sealed record TableUpdate(string Table, long Sequence, IReadOnlyDictionary<string, long> Inputs, IReadOnlyList<string>? Changed);
