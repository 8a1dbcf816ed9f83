namespace Benchmarks;

/// <summary>The folders of the repository that the benchmarks were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string January { get; } = Path.Combine(Root, "tests", "data", "nycflights13", "landing");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "DataPlatform.sln")))
        {
            folder = folder.Parent ?? throw new BenchmarkException($"'{AppContext.BaseDirectory}' is not within the repository.");
        }

        return folder.FullName;
    }
}
