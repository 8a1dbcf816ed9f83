using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record BenchmarkOptions
{
    /// <summary>The scenarios to run; all where none is named.</summary>
    public IReadOnlyList<string> Scenarios { get; init; } = [];

    /// <summary>What the numbers of files and rows are divided by, for a quick look.</summary>
    public int Scale { get; init; } = 1;

    /// <summary>How many times each case is measured after its first; null for the scenario's own number.</summary>
    public int? Repeats { get; init; }

    /// <summary>In how many processes each contender is measured, one after another.</summary>
    public int Processes { get; init; } = 3;

    /// <summary>Where work folders are made.</summary>
    public string Folder { get; init; } = Path.GetTempPath();

    /// <summary>Reads the arguments; false with the problem where they are wrong.</summary>
    public static bool TryParse(string[] arguments, IReadOnlyList<string> known, [NotNullWhen(true)] out BenchmarkOptions? options, out string problem)
    {
        (options, problem) = (null, "");
        var parsed = new BenchmarkOptions { Scenarios = [.. arguments.TakeWhile(argument => !argument.StartsWith("--", StringComparison.Ordinal))] };
        if (parsed.Scenarios.Except(known).FirstOrDefault() is { } unknown)
        {
            problem = $"There is no scenario '{unknown}'.";
            return false;
        }

        foreach (var pair in arguments.Skip(parsed.Scenarios.Count).Chunk(2))
        {
            switch (pair)
            {
                case ["--scale", var text] when TryNumber(text, out var scale): parsed = parsed with { Scale = scale }; break;
                case ["--repeats", var text] when TryNumber(text, out var repeats): parsed = parsed with { Repeats = repeats }; break;
                case ["--processes", var text] when TryNumber(text, out var processes): parsed = parsed with { Processes = processes }; break;
                case ["--folder", var path]: parsed = parsed with { Folder = Path.GetFullPath(path) }; break;
                default: problem = $"'{string.Join(' ', pair)}' is no option with its value."; return false;
            }
        }

        options = parsed;
        return true;
    }

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}
