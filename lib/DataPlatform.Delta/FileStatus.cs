namespace DataPlatform.Delta;

/// <summary>A file of a store as a listing tells it.</summary>
/// <param name="Path">The full path, in the form that the store's own methods take.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ModificationTime">When it was last written, in milliseconds since 1970-01-01T00:00:00Z.</param>
public sealed record FileStatus(string Path, long Size, long ModificationTime)
{
    /// <summary>The last part of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}
