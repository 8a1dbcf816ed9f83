namespace DataPlatform.Delta;

/// <summary>Where the bitmap of a file's deleted rows is (PROTOCOL.md, "Deletion Vectors").</summary>
/// <param name="StorageType"><c>u</c>: a file below the table, <c>p</c>: an absolute path, <c>i</c>: inline.</param>
/// <param name="PathOrInlineDv">The encoded file name, the path, or the bitmap itself in Base85.</param>
/// <param name="Offset">Where in the file the bitmap begins; null for an inline one.</param>
/// <param name="SizeInBytes">The bitmap's size before encoding.</param>
/// <param name="Cardinality">How many rows are deleted.</param>
public sealed record DeletionVectorDescriptor(string StorageType, string PathOrInlineDv, int? Offset, int SizeInBytes, long Cardinality)
{
    /// <summary>What tells one deletion vector of a file from another; part of the file's key in the log.</summary>
    public string UniqueId => Offset is { } offset ? $"{StorageType}{PathOrInlineDv}@{offset}" : $"{StorageType}{PathOrInlineDv}";
}
