using System.Text.RegularExpressions;

namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>The files that paths mean: a file itself, all below a folder, all that a pattern fits. Hidden ones (<c>_</c>, <c>.</c>) are passed over, as by Spark.</summary>
internal static partial class FileListing
{
    /// <summary>Absolute paths, in ordinal order within each path given.</summary>
    /// <exception cref="AnalysisException"><c>PATH_NOT_FOUND</c>, <c>UNSUPPORTED_STORAGE_SCHEME</c>.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths)
    {
        var files = new List<string>();
        foreach (var path in paths)
        {
            var local = Local(path);
            var found = Directory.Exists(local) ? Below(local) : File.Exists(local) ? [local] : Matching(local);
            files.AddRange(found ?? throw NotFound(path));
        }

        return files;
    }

    /// <summary>A path of this machine out of a plain path or a <c>file:</c> URI.</summary>
    /// <exception cref="AnalysisException"><c>UNSUPPORTED_STORAGE_SCHEME</c>.</exception>
    public static string Local(string path)
    {
        if (Scheme().Match(path) is not { Success: true } match)
        {
            return Path.GetFullPath(path);
        }

        return match.Groups["scheme"].Value.Equals("file", StringComparison.OrdinalIgnoreCase)
            ? Path.GetFullPath(Uri.UnescapeDataString(new Uri(path.StartsWith("file:///", StringComparison.OrdinalIgnoreCase) ? path : "file://" + path[5..]).AbsolutePath))
            : throw new AnalysisException(
                "UNSUPPORTED_STORAGE_SCHEME", $"The embedded engine reads files of this machine, not '{path}'. Run the job on Spark.", EmbeddedErrors.Of(("path", path)));
    }

    private static AnalysisException NotFound(string path) => new(
        "PATH_NOT_FOUND", $"There is no file, folder or match for {path}.", EmbeddedErrors.Of(("path", path)));

    private static List<string> Below(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(IsHidden))
        .Order(StringComparer.Ordinal)
        .ToList();

    private static bool IsHidden(string name) => name[0] == '.' || (name[0] == '_' && !name.Contains('=', StringComparison.Ordinal));

    private static List<string>? Matching(string pattern)
    {
        var wild = pattern.IndexOfAny(['*', '?', '[', '{']);
        if (wild < 0)
        {
            return null;
        }

        var root = pattern[..(pattern.LastIndexOf('/', wild) + 1)];
        if (!Directory.Exists(root))
        {
            return null;
        }

        var expression = new Regex(GlobRegex(pattern), RegexOptions.CultureInvariant);
        var matches = Directory.EnumerateFileSystemEntries(root, "*", SearchOption.AllDirectories).Where(entry => expression.IsMatch(entry));
        var files = matches.SelectMany(entry => Directory.Exists(entry) ? Below(entry) : IsHidden(Path.GetFileName(entry)) ? [] : [entry]).Distinct().Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : null;
    }

    private static string GlobRegex(string pattern)
    {
        var regex = new System.Text.StringBuilder("^");
        var braces = 0;
        foreach (var c in pattern)
        {
            regex.Append(c switch
            {
                '*' => "[^/]*",
                '?' => "[^/]",
                '{' => Opened(ref braces),
                '}' when braces > 0 => Closed(ref braces),
                ',' when braces > 0 => "|",
                '[' or ']' => c.ToString(),
                _ => Regex.Escape(c.ToString()),
            });
        }

        return regex.Append('$').ToString();
    }

    private static string Opened(ref int braces)
    {
        braces++;
        return "(?:";
    }

    private static string Closed(ref int braces)
    {
        braces--;
        return ")";
    }

    [GeneratedRegex("^(?<scheme>[A-Za-z][A-Za-z0-9+.-]+):")]
    private static partial Regex Scheme();
}
