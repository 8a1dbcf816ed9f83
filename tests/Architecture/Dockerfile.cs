using System.Text.RegularExpressions;

namespace Architecture;

/// <summary>The instructions of a Dockerfile, by stage, with build arguments filled in.</summary>
internal sealed partial class Dockerfile
{
    private readonly Dictionary<string, string> _arguments = [];

    public Dockerfile(string path)
    {
        var text = Continuation().Replace(string.Join('\n', File.ReadLines(path).Where(line => !line.TrimStart().StartsWith('#'))), " ");
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (name, rest) = (line.Split(' ')[0], line[(line.IndexOf(' ') + 1)..].Trim());
            if (name == "ARG" && Stages.Count == 0)
            {
                _arguments[rest.Split('=')[0]] = rest[(rest.IndexOf('=') + 1)..];
            }
            else if (name == "FROM")
            {
                var from = Filled(rest).Split(" AS ");
                Stages.Add(new Stage(from[1], from[0], []));
            }
            else
            {
                Stages[^1].Instructions.Add((name, rest));
            }
        }
    }

    public List<Stage> Stages { get; } = [];

    private string Filled(string text) => Argument().Replace(text, match => _arguments[match.Groups["name"].Value]);

    [GeneratedRegex(@"\\\n\s*")]
    private static partial Regex Continuation();

    [GeneratedRegex(@"\$\{(?<name>\w+)\}")]
    private static partial Regex Argument();

    internal sealed record Stage(string Name, string Image, List<(string Name, string Text)> Instructions);
}
