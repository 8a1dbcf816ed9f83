using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Specification;

/// <summary>The cases of one family, and the temporary views that they read.</summary>
public sealed class GoldenFile
{
    private static readonly ConcurrentDictionary<string, GoldenFile> Files = new(StringComparer.Ordinal);

    private readonly Dictionary<string, GoldenCase> _cases;

    private GoldenFile(string family)
    {
        var lines = File.ReadAllLines(Path.Combine(Root, "Golden", family + ".tsv")).Select(line => line.Split('\t')).ToList();
        Views = lines.Where(IsView).Select(line => (line[0]["view ".Length..], line[1])).ToList();
        _cases = lines.Where(line => !IsView(line)).Select(line => Case(family, line)).ToDictionary(test => test.Name, StringComparer.Ordinal);
    }

    /// <summary>The folder of the suite's sources, where golden files, inputs and gaps are.</summary>
    public static string Root { get; } = SourceFolder();

    public static IEnumerable<string> Families =>
        Directory.EnumerateFiles(Path.Combine(Root, "Golden")).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public IReadOnlyList<(string Name, string Query)> Views { get; }

    public IEnumerable<GoldenCase> Cases => _cases.Values;

    public static GoldenFile Of(string family) => Files.GetOrAdd(family, name => new GoldenFile(name));

    public GoldenCase Find(string name) => _cases[name];

    private static bool IsView(string[] line) => line[0].StartsWith("view ", StringComparison.Ordinal);

    private static GoldenCase Case(string family, string[] line) => new(family, line[0], line[1], line[2], line[3], Settings(line));

    private static Dictionary<string, string> Settings(string[] line) => line.Length < 5
        ? []
        : line[4].Split(';').Select(setting => setting.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
