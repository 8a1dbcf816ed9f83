using System.IO.Enumeration;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>
/// Which of the files below the paths given count, as for Spark: those of a folder itself, those further down only in partition folders or under <c>recursiveFileLookup</c>, and of these the ones whose name
/// fits <c>pathGlobFilter</c>.
/// </summary>
internal static class FileLayout
{
    /// <summary>Chooses among files.</summary>
    /// <param name="paths">The paths that a reader was given.</param>
    /// <param name="files">All files that they mean.</param>
    /// <param name="options">The reader's options.</param>
    public static IReadOnlyList<string> Select(IReadOnlyList<string> paths, IReadOnlyList<string> files, SourceOptions options)
    {
        var folders = paths.Select(FileListing.Local).Where(Directory.Exists).ToList();
        var recursive = options.Flag("recursiveFileLookup");
        var glob = options.Get("pathGlobFilter");
        return
        [
            .. files
                .Where(file => recursive || folders.Count == 0 || !folders.Exists(folder => IsBelow(folder, file)) || folders.Exists(folder => IsIn(folder, file)))
                .Where(file => glob is null || FileSystemName.MatchesSimpleExpression(glob, Path.GetFileName(file), ignoreCase: false)),
        ];
    }

    private static bool IsBelow(string folder, string file) => file.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal);

    private static bool IsIn(string folder, string file)
    {
        if (!IsBelow(folder, file))
        {
            return false;
        }

        // Partition folders such as day=1 belong to the folder itself.
        var between = Path.GetRelativePath(folder, Path.GetDirectoryName(file)!);
        return between == "." || between.Split('/').All(PartitionFolders.IsPartition);
    }
}
