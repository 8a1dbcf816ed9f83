using Grpc.Core;

namespace DataPlatform.Engines.SparkConnect.Connections;

/// <summary>The retries of one call, counted; progress resets the count.</summary>
internal sealed class Retries(RetryPolicy policy, TimeProvider time)
{
    private int _done;

    /// <summary>Starts counting anew: the call came on.</summary>
    public void Reset() => _done = 0;

    /// <summary>Whether the call may be tried again after a failure; if so, it has been waited for.</summary>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    public async Task<bool> WaitAfter(RpcException failure, CancellationToken cancellation) =>
        Failure.IsRetryable(failure) && await Wait(Failure.ServerDelay(failure), cancellation).ConfigureAwait(false);

    /// <summary>Waits as after a failure; false where there were too many.</summary>
    public async Task<bool> Wait(TimeSpan? serverDelay, CancellationToken cancellation)
    {
        if (_done >= policy.MaxRetries)
        {
            return false;
        }

        var delay = policy.DelayOf(_done++, serverDelay, Random.Shared.NextDouble());
        Telemetry.Retries.Add(1);
        await Task.Delay(delay, time, cancellation).ConfigureAwait(false);
        return true;
    }
}
