namespace DataPlatform.Delta;

/// <summary>How far an application has written (PROTOCOL.md, "Transaction Identifiers"): what makes writing the same batch twice harmless.</summary>
/// <param name="AppId">The application, or the query of it.</param>
/// <param name="Version">The application's own number of the last batch committed; only the application compares it.</param>
/// <param name="LastUpdated">When, in milliseconds since 1970-01-01T00:00:00Z; null where the log has none.</param>
public sealed record AppTransaction(string AppId, long Version, long? LastUpdated = null);
