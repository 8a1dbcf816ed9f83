namespace DataPlatform.Pipelines;

/// <summary>Files of one source that are taken in together: one commit of its bronze table.</summary>
/// <param name="Id">The batch; grows by one with every entry in the ledger, and is the version of the bronze table's <c>txn</c>.</param>
/// <param name="Files">The files as they were when the batch was recorded; all of one source.</param>
/// <param name="ReplacesAll">Whether its rows take the place of all that the table has.</param>
/// <param name="RunId">The run that recorded it.</param>
/// <param name="RecordedAt">When that run began.</param>
internal sealed record Batch(long Id, IReadOnlyList<LandedFile> Files, bool ReplacesAll, string RunId, DateTimeOffset RecordedAt);
