namespace DataPlatform.Delta.Tests;

/// <summary>The local store with faults laid over single calls.</summary>
public sealed class FaultyStore : ILogStore
{
    private readonly LocalLogStore _inner = LocalLogStore.Instance;

    /// <summary>Called in place of putting, with the path and what really puts.</summary>
    public Func<string, Func<PutOutcome>, PutOutcome>? OnPutIfAbsent { get; set; }

    /// <summary>Called before reading.</summary>
    public Action<string>? OnRead { get; set; }

    /// <summary>Called before moving, which makes checkpoints visible.</summary>
    public Action<string>? OnMove { get; set; }

    public int Puts { get; private set; }

    public string QualifyTablePath(string path) => _inner.QualifyTablePath(path);

    public IEnumerable<FileStatus> ListFrom(string path) => _inner.ListFrom(path);

    public byte[] Read(string path)
    {
        OnRead?.Invoke(path);
        return _inner.Read(path);
    }

    public FileStatus? Status(string path) => _inner.Status(path);

    public PutOutcome PutIfAbsent(string path, ReadOnlyMemory<byte> content)
    {
        Puts++;
        return OnPutIfAbsent is { } fault ? fault(path, () => _inner.PutIfAbsent(path, content)) : _inner.PutIfAbsent(path, content);
    }

    public void Put(string path, ReadOnlyMemory<byte> content) => _inner.Put(path, content);

    public void Move(string from, string to)
    {
        OnMove?.Invoke(to);
        _inner.Move(from, to);
    }

    public void Delete(string path) => _inner.Delete(path);
}
