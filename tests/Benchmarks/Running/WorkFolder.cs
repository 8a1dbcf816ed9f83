namespace Benchmarks;

/// <summary>A folder that is there for one scenario.</summary>
internal sealed class WorkFolder : IDisposable
{
    public WorkFolder(string parent, string name)
    {
        Path = System.IO.Path.Combine(parent, $"benchmark-{name}-{Guid.NewGuid():n}");
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
