using System.Text.RegularExpressions;

namespace Architecture;

/// <summary>What the sources themselves promise: sizes, no loose ends, one clock, and a root that holds what it must.</summary>
public sealed partial class SourceTests
{
    private const int LineLimit = 400;

    /// <summary>Files that may be longer, each with the reason.</summary>
    private static readonly Dictionary<string, string> LongFiles = [];

    private static readonly string[] RootEntries =
    [
        ".ci", ".editorconfig", ".gitattributes", ".gitignore", "ARCHITECTURE.md", "DataPlatform.sln", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props",
        "LICENSE", "README.md", "conf", "global.json", "jobs", "lib", "notebooks", "spark-submit.sh", "tests",
    ];

    [Fact]
    public void A_source_file_holds_one_idea_and_so_stays_short()
    {
        var tooLong = Sources("lib", "jobs", "tests")
            .Select(file => (Name: Repository.Relative(file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > LineLimit && !LongFiles.ContainsKey(file.Name));
        Assert.Empty(tooLong.Select(file => $"{file.Name} has {file.Lines} lines; {LineLimit} are allowed"));
        Assert.All(LongFiles.Keys, name => Assert.True(File.ReadLines(Path.Combine(Repository.Root, name)).Count() > LineLimit, $"{name} is no longer long"));
    }

    [Fact]
    public void What_is_not_there_is_absent_or_refused_by_name() => AssertNowhere(LooseEnd(), "lib", "jobs");

    [Fact]
    public void Time_comes_from_a_TimeProvider() => AssertNowhere(WallClock(), "lib", "jobs");

    [Fact]
    public void A_namespace_follows_its_project()
    {
        var wrong = Sources("lib").Where(file =>
        {
            var room = Repository.Relative(file).Split('/')[1];
            var name = Namespace().Match(File.ReadAllText(file)).Groups["name"].Value;
            return name.Length > 0 && !name.StartsWith(room, StringComparison.Ordinal) && !(room is "DataPlatform.Types" && Regex.IsMatch(name, @"^(Microsoft\.Spark\.Sql|DataPlatform$)"));
        });
        Assert.Empty(wrong.Select(Repository.Relative));
    }

    [SkippableFact]
    public void The_root_holds_the_rooms_and_what_dotnet_needs()
    {
        var tracked = GitFiles.Tracked().Select(file => file.Split('/')[0]).Distinct();
        Assert.Empty(tracked.Except(RootEntries));
    }

    [GeneratedRegex(@"\bNotImplementedException\b|\b(TODO|FIXME|HACK)\b")]
    private static partial Regex LooseEnd();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex WallClock();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    private static IEnumerable<string> Sources(params string[] folders) => folders.SelectMany(folder => Repository.Files(folder, "*.cs"));

    private static void AssertNowhere(Regex pattern, params string[] folders) =>
        Assert.Empty(Sources(folders).SelectMany(file => File.ReadLines(file)
            .Select((line, index) => (Line: line, Number: index + 1))
            .Where(at => pattern.IsMatch(at.Line))
            .Select(at => $"{Repository.Relative(file)}:{at.Number}: {at.Line.Trim()}")));
}
