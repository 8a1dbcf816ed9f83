using System.Collections.Concurrent;
using System.Diagnostics;
using Grpc.Core;

namespace DataPlatform.Engines.SparkConnect.Connections;

/// <summary>Calls that nobody waits for before the session ends: they free what the server would free by itself later.</summary>
internal sealed class BackgroundCalls
{
    private readonly ConcurrentDictionary<Task, bool> _running = new();

    public void Run(Func<Task> call)
    {
        var task = Quietly(call);
        if (!task.IsCompleted)
        {
            _running.TryAdd(task, true);
            _ = task.ContinueWith(done => _running.TryRemove(done, out _), TaskScheduler.Default);
        }
    }

    /// <summary>Waits until all are done, those too that one of them begins, so long at most.</summary>
    public void Finish(TimeSpan timeout)
    {
        var start = Stopwatch.GetTimestamp();
        while (_running.Keys.Where(call => !call.IsCompleted).ToArray() is { Length: > 0 } calls && Stopwatch.GetElapsedTime(start) is var elapsed && elapsed < timeout)
        {
            Task.WhenAll(calls).Wait(timeout - elapsed);
        }
    }

    private static async Task Quietly(Func<Task> call)
    {
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (RpcException)
        {
            // The server ends abandoned operations and sessions after a time of its own.
        }
        catch (Exception closed) when (closed is OperationCanceledException or ObjectDisposedException)
        {
            // As above: the session ended meanwhile, and what it held with it.
        }
    }
}
