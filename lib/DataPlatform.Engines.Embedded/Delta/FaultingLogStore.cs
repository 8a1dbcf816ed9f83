using System.Diagnostics;
using System.Globalization;
using DataPlatform.Delta;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>
/// A store for fault tests: it ends this process with SIGKILL at a step that touches storage. Every change of the log is two steps, the one just before it and the one
/// just after it; data files are written between the steps of two commits, so that these stand for every state in which a killed process can leave a lake.
/// </summary>
/// <param name="inner">What does the work.</param>
/// <param name="killAt">The step, from 1, counted over all tables of the session.</param>
internal sealed class FaultingLogStore(ILogStore inner, long killAt) : ILogStore
{
    private long _steps;

    /// <summary>The store of a session: <paramref name="inner"/> itself unless <see cref="EmbeddedConfiguration.KillAtStorageStep"/> is set.</summary>
    public static ILogStore For(ILogStore inner, EmbeddedConfiguration configuration) =>
        configuration.Get(EmbeddedConfiguration.KillAtStorageStep) is { } step ? new FaultingLogStore(inner, long.Parse(step, CultureInfo.InvariantCulture)) : inner;

    public string QualifyTablePath(string path) => inner.QualifyTablePath(path);

    public IEnumerable<FileStatus> ListFrom(string path) => inner.ListFrom(path);

    public byte[] Read(string path) => inner.Read(path);

    public FileStatus? Status(string path) => inner.Status(path);

    public PutOutcome PutIfAbsent(string path, ReadOnlyMemory<byte> content)
    {
        Step();
        var outcome = inner.PutIfAbsent(path, content);
        Step();
        return outcome;
    }

    public void Put(string path, ReadOnlyMemory<byte> content) => Around(() => inner.Put(path, content));

    public void Move(string from, string to) => Around(() => inner.Move(from, to));

    public void Delete(string path) => Around(() => inner.Delete(path));

    private void Around(Action change)
    {
        Step();
        change();
        Step();
    }

    private void Step()
    {
        if (Interlocked.Increment(ref _steps) == killAt)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
