namespace Specification;

/// <summary>The names of Spark's own functions, as <c>SHOW SYSTEM FUNCTIONS</c> gave them to the recorder.</summary>
public static class SparkFunctions
{
    private static readonly string[] Grammar = ["case", "cast", "range"];

    /// <summary>Those that are called by a name in an expression; operators and the grammar's own are asked in the cases.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. File.ReadLines(Path.Combine(GoldenFile.Root, "functions.txt")).Where(name => char.IsAsciiLetter(name[0])).Except(Grammar)];
}
