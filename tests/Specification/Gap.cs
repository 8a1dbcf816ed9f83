namespace Specification;

/// <summary>A case that an engine refuses, the code it must refuse with, and whether that is ours to do or will stay.</summary>
public sealed record Gap(string Case, string Code, string Reason)
{
    /// <summary>The gaps of an engine, by case: <c>Gaps/&lt;engine&gt;.tsv</c>.</summary>
    public static IReadOnlyDictionary<string, Gap> Of(string engine) =>
        File.ReadLines(Path.Combine(GoldenFile.Root, "Gaps", engine + ".tsv"))
            .Select(line => line.Split('\t'))
            .ToDictionary(line => line[0], line => new Gap(line[0], line[1], line[2]), StringComparer.Ordinal);

    /// <summary>Whether a code says that the engine does not do what was asked, in place of answering wrongly.</summary>
    public static bool IsRefusal(string code) => code == "FUNCTION_NOT_SUPPORTED" || code.StartsWith("UNSUPPORTED_", StringComparison.Ordinal);
}
