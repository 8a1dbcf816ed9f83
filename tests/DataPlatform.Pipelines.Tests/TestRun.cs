namespace DataPlatform.Pipelines.Tests;

/// <summary>A lake and a landing folder that are there for one test, and runs on them.</summary>
internal sealed class TestRun : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("pipelines").FullName;
    private int _runs;

    public TestRun() => Directory.CreateDirectory(Landing);

    public Lake Lake => new(Path.Combine(_root, "lake"));

    public string Landing => Path.Combine(_root, "landing");

    public StringWriter Log { get; } = new();

    /// <summary>A new run on the same folders.</summary>
    public RunContext Next(DateOnly? date = null, bool isFullRefresh = false) => new(
        new RunSettings($"run-{++_runs}", Lake, Landing) { LogicalDate = date, IsFullRefresh = isFullRefresh },
        () => Sessions.Spark,
        new RunLog(Log, TimeProvider.System),
        TimeProvider.System);

    public void Land(string path, string text)
    {
        var full = Path.Combine(Landing, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
