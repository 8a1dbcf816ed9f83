namespace DataPlatform.Delta;

/// <summary>What names a logical file in the log: the data file and the deletion vector it is read with.</summary>
/// <param name="Path">The decoded, canonical path; see <see cref="FilePath.Canonical"/>.</param>
/// <param name="DeletionVectorId">Null where no row is marked.</param>
internal readonly record struct FileKey(string Path, string? DeletionVectorId);
