namespace DataPlatform.Plans.Tests;

/// <summary>Where the repository's files are.</summary>
internal static class Repository
{
    public static string Golden { get; } = Path.Combine(Root(AppContext.BaseDirectory), "tests", "Specification", "Golden");

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "DataPlatform.sln"))
            ? folder
            : Root(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside of the repository."));
}
