using System.IO.Enumeration;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>
/// Which of the files below the paths given count, as for Spark: those of a folder itself, those further down under <c>recursiveFileLookup</c> only, and of these the ones whose name
/// fits <c>pathGlobFilter</c>.
/// </summary>
internal static class FileLayout
{
    /// <exception cref="AnalysisException"><c>UNSUPPORTED_FEATURE</c>: folders such as <c>day=1</c> make columns in Spark.</exception>
    public static IReadOnlyList<string> Select(IReadOnlyList<string> paths, IReadOnlyList<string> files, SourceOptions options)
    {
        if (options.Get("basePath") is not null)
        {
            throw EmbeddedErrors.UnsupportedFeature("the option basePath: partition folders as columns", "Read a Delta table, or run the job on Spark.");
        }

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

        var between = Path.GetRelativePath(folder, Path.GetDirectoryName(file)!);
        return between == "." || (between.Contains('=', StringComparison.Ordinal)
            ? throw EmbeddedErrors.UnsupportedFeature($"reading partition folders such as {between} as columns", "Read a Delta table, or one partition's folder, or run the job on Spark.")
            : false);
    }
}
