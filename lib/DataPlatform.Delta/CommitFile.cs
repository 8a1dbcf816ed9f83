namespace DataPlatform.Delta;

/// <summary>Reads commits by their files.</summary>
internal static class CommitFile
{
    /// <exception cref="DataPlatformException"><c>DELTA_LOG_FILE_BROKEN</c> or <c>DELTA_LOG_FILE_NOT_FOUND</c>.</exception>
    public static LogActions Read(ILogStore store, string path, long version) => ActionReader.Read(Content(store, path, version), path, version);

    /// <exception cref="DataPlatformException"><c>DELTA_LOG_FILE_BROKEN</c> or <c>DELTA_LOG_FILE_NOT_FOUND</c>.</exception>
    public static CommitInfo? ReadInfo(ILogStore store, string path, long version) =>
        ActionReader.ReadCommitInfo(Content(store, path, version), path, version);

    private static byte[] Content(ILogStore store, string path, long version)
    {
        try
        {
            return store.Read(path);
        }
        catch (FileNotFoundException missing)
        {
            throw DeltaErrors.LogFileMissing(path, version, missing);
        }
    }
}
