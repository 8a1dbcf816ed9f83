namespace DataPlatform.Hosting;

/// <summary>Finds the folder with <c>conf/</c>: the repository's, or a published job's own.</summary>
internal static class PlatformRoot
{
    /// <summary>The nearest folder with <c>conf/</c> upwards of the program; the working folder where there is none.</summary>
    public static string Find(string workingFolder)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "conf")))
            {
                return folder.FullName;
            }
        }

        return workingFolder;
    }

    /// <summary>Whether it is a published folder, which may be unpacked anywhere and be gone after the run: no place for a lake.</summary>
    public static bool IsPublished(string root) => Path.TrimEndingDirectorySeparator(root) == Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
}
