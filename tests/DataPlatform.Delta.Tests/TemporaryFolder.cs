namespace DataPlatform.Delta.Tests;

/// <summary>A folder of a test's own, deleted at its end.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("delta-").FullName;

    public string Path { get; }

    public string Copy(string source)
    {
        var target = System.IO.Path.Combine(Path, System.IO.Path.GetFileName(source.TrimEnd('/')));
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(target, System.IO.Path.GetRelativePath(source, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.WriteAllBytes(copy, File.ReadAllBytes(file));
        }

        return target;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
