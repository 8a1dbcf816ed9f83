namespace DataPlatform.Delta;

/// <summary>A snapshot and the files it was built from, by which later changes of the log are told.</summary>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="LastFile">The newest file of the log that is part of it: its last commit, or the checkpoint where that commit's file is gone.</param>
internal sealed record LoadedSnapshot(Snapshot Snapshot, FileStatus LastFile);
