using DataPlatform.Engines.SparkConnect.Connections;
using DataPlatform.Engines.SparkConnect.Protos;

namespace DataPlatform.Engines.SparkConnect.Execution;

/// <summary>
/// Tells the server which results of an operation it need not keep, in the background and one call at a time: while one is under way, only the newest wish is kept.
/// </summary>
internal sealed class ResultRelease(ConnectSession session, string operationId)
{
    private readonly Lock _lock = new();
    private ReleaseExecuteRequest? _next;
    private bool _isRunning;
    private bool _isOver;

    /// <summary>All up to a response, inclusive.</summary>
    public void Until(string responseId) => Ask(Request(request => request.ReleaseUntil = new() { ResponseId = responseId }), isLast: false);

    /// <summary>All, and the operation itself; a running one is ended.</summary>
    public void All() => Ask(Request(request => request.ReleaseAll = new()), isLast: true);

    private ReleaseExecuteRequest Request(Action<ReleaseExecuteRequest> fill)
    {
        var request = session.Addressed(new ReleaseExecuteRequest { OperationId = operationId });
        fill(request);
        return request;
    }

    private void Ask(ReleaseExecuteRequest request, bool isLast)
    {
        lock (_lock)
        {
            if (_isOver)
            {
                return;
            }

            _isOver = isLast;
            _next = request;
            if (_isRunning)
            {
                return;
            }

            _isRunning = true;
        }

        Send();
    }

    private void Send() => session.CallInBackground(async (client, options) =>
    {
        if (Take() is not { } wish)
        {
            return;
        }

        try
        {
            await client.ReleaseExecuteAsync(wish, options).ResponseAsync.ConfigureAwait(false);
        }
        finally
        {
            Send();
        }
    });

    private ReleaseExecuteRequest? Take()
    {
        lock (_lock)
        {
            var request = _next;
            _next = null;
            _isRunning = request is not null;
            return request;
        }
    }
}
