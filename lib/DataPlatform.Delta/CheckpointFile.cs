namespace DataPlatform.Delta;

/// <summary>One file of a checkpoint.</summary>
/// <param name="File">The file.</param>
/// <param name="Version">The version that it holds.</param>
/// <param name="Kind">The form.</param>
/// <param name="Part">Which part, from 1.</param>
/// <param name="Parts">How many parts make the whole.</param>
internal sealed record CheckpointFile(FileStatus File, long Version, CheckpointKind Kind, int Part, int Parts);
