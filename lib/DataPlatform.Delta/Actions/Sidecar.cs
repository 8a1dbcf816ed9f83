namespace DataPlatform.Delta;

/// <summary>A file of a V2 checkpoint that holds file actions.</summary>
/// <param name="Path">Its name below <c>_sidecars</c>, or an absolute path; percent-encoded.</param>
/// <param name="SizeInBytes">Its size.</param>
/// <param name="ModificationTime">When it was written, in milliseconds since 1970-01-01T00:00:00Z.</param>
internal sealed record Sidecar(string Path, long SizeInBytes, long ModificationTime);
