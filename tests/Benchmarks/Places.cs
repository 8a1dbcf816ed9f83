namespace Benchmarks;

/// <summary>The repository, and a folder for what benchmarks make.</summary>
internal static class Places
{
    public static string Root { get; } = FindRoot();

    public static string Landing { get; } = Path.Combine(Root, "tests", "data", "nycflights13", "landing");

    public static string Scratch { get; } = Path.Combine(Path.GetTempPath(), "dataplatform-benchmarks");

    /// <summary>An empty folder of this name.</summary>
    public static string Empty(string name)
    {
        var folder = Path.Combine(Scratch, name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return Directory.CreateDirectory(folder).FullName;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "DataPlatform.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The benchmarks run from a clone of the repository.");
        }

        return folder.FullName;
    }
}
