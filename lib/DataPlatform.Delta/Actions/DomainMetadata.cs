namespace DataPlatform.Delta;

/// <summary>A named document kept with the table (PROTOCOL.md, "Domain Metadata").</summary>
/// <param name="Domain">The name; those that begin with <c>delta.</c> are the protocol's own.</param>
/// <param name="Configuration">The document, whatever its form.</param>
/// <param name="Removed">Whether this takes the domain away.</param>
public sealed record DomainMetadata(string Domain, string Configuration, bool Removed = false);
