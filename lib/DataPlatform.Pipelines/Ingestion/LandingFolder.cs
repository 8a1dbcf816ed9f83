using System.Globalization;
using System.Text.RegularExpressions;

namespace DataPlatform.Pipelines;

/// <summary>What lies in the landing folder.</summary>
/// <param name="root">The folder with one folder a source.</param>
internal sealed partial class LandingFolder(string root)
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;

    /// <summary>
    /// The files of some sources up to a logical date, by path. A file whose name holds a date (yyyy-MM-dd) is a delivery of that day; another is one of the
    /// logical date, or where none is given of the newest day found in any name, or of the day that the file itself was changed where no name has one.
    /// </summary>
    /// <exception cref="ConfigurationException"><c>SOURCE_FOLDER_NOT_FOUND</c>.</exception>
    public IReadOnlyList<LandedFile> List(IEnumerable<FileSource> sources, DateOnly? logicalDate)
    {
        var found = sources.SelectMany(Find).ToList();
        var newest = logicalDate ?? found.Max(file => file.Named);
        return
        [
            .. found
                .Where(file => logicalDate is null || file.Named is null || file.Named <= logicalDate)
                .Select(file => new LandedFile(
                    file.Source, file.Path, file.Size, file.ModifiedAt, file.Named ?? newest ?? DateOnly.FromDateTime(file.ModifiedAt.UtcDateTime)))
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
    }

    /// <summary>The full path of a file.</summary>
    public string FullPath(string path) => Path.GetFullPath(Path.Combine(root, path));

    private IEnumerable<(string Source, string Path, long Size, DateTimeOffset ModifiedAt, DateOnly? Named)> Find(FileSource source)
    {
        var folder = new DirectoryInfo(Path.Combine(root, source.Folder));
        if (!folder.Exists)
        {
            throw PipelineErrors.SourceFolderNotFound(source.Name, folder.FullName);
        }

        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false, MatchCasing = MatchCasing.CaseSensitive };
        return folder.EnumerateFiles(source.Files, options)
            .Select(file => (File: file, Path: Path.GetRelativePath(root, file.FullName).Replace(Path.DirectorySeparatorChar, '/')))
            .Where(file => !file.Path.Split('/').Any(part => part[0] is '.' or '_'))
            .Select(file => (source.Name, file.Path, file.File.Length, Microseconds(file.File.LastWriteTimeUtc), DateIn(file.File.Name)));
    }

    private static DateTimeOffset Microseconds(DateTime instant) => new(instant.Ticks - (instant.Ticks % TicksPerMicrosecond), TimeSpan.Zero);

    private static DateOnly? DateIn(string name) =>
        DayPattern().Match(name) is { Success: true } match && DateOnly.TryParseExact(match.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")]
    private static partial Regex DayPattern();
}
