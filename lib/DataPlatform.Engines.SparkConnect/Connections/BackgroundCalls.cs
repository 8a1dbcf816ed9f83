using System.Collections.Concurrent;
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

    /// <summary>Waits until all are done, so long at most.</summary>
    public void Finish(TimeSpan timeout) => Task.WhenAll(_running.Keys).Wait(timeout);

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
