using DataPlatform.Engines.SparkConnect.Connections;
using DataPlatform.Engines.SparkConnect.Protos;
using Grpc.Core;

namespace DataPlatform.Engines.SparkConnect.Execution;

/// <summary>
/// The responses of one operation, each once and in order, whatever becomes of the connection. The plan is sent again only where the server, which has been
/// the same all the time, says that it does not know the operation; in all other cases a broken stream is taken up after the last response received. So an
/// operation takes effect once.
/// </summary>
internal sealed class ReattachableExecution : IDisposable
{
    private static readonly TimeSpan ShortStream = TimeSpan.FromSeconds(10);

    private readonly ConnectSession _session;
    private readonly ExecutePlanRequest _request;
    private readonly ResultRelease _release;
    private readonly Retries _retries;
    private AsyncServerStreamingCall<ExecutePlanResponse>? _call;
    private long _openedAt;
    private bool _isSent;
    private string? _lastResponseId;

    public ReattachableExecution(ConnectSession session, ExecutePlanRequest request)
    {
        _session = session;
        _request = request;
        _release = new ResultRelease(session, request.OperationId);
        _retries = session.NewRetries();
    }

    /// <summary>Whether the server said that there is nothing more.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>The next response; null where the operation is complete.</summary>
    /// <exception cref="DataPlatformException">The operation failed, or the server was lost.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the operation goes on until it is interrupted.</exception>
    public async Task<ExecutePlanResponse?> Next(CancellationToken cancellation)
    {
        while (!IsComplete)
        {
            try
            {
                _call ??= Open(cancellation);
                if (await _call.ResponseStream.MoveNext(cancellation).ConfigureAwait(false))
                {
                    return Take(_call.ResponseStream.Current);
                }

                await AfterEnd(cancellation).ConfigureAwait(false);
            }
            catch (RpcException failure)
            {
                cancellation.ThrowIfCancellationRequested();
                await AfterFailure(failure, cancellation).ConfigureAwait(false);
            }
        }

        return null;
    }

    /// <summary>Ends an operation that is not complete, on the server too.</summary>
    public void Dispose()
    {
        Close();
        if (!IsComplete && _isSent)
        {
            IsComplete = true;
            _session.Interrupt(_request.OperationId);
            _release.All();
        }
    }

    private AsyncServerStreamingCall<ExecutePlanResponse> Open(CancellationToken cancellation)
    {
        _openedAt = _session.Time.GetTimestamp();
        if (!_isSent)
        {
            // From here on the server may know the operation, whatever the call comes to.
            _isSent = true;
            return _session.Open((client, options) => client.ExecutePlan(_request, options), cancellation);
        }

        Telemetry.Reattachments.Add(1);
        return _session.Open((client, options) => client.ReattachExecute(Reattachment(), options), cancellation);
    }

    private ReattachExecuteRequest Reattachment()
    {
        var request = _session.Addressed(new ReattachExecuteRequest { OperationId = _request.OperationId });
        if (_lastResponseId is not null)
        {
            request.LastResponseId = _lastResponseId;
        }

        return request;
    }

    private ExecutePlanResponse Take(ExecutePlanResponse response)
    {
        _session.Observe(response.SessionId, response.ServerSideSessionId);
        if (response.OperationId != _request.OperationId)
        {
            throw SparkConnectErrors.ProtocolViolated($"a response came for the operation '{response.OperationId}', not for '{_request.OperationId}'");
        }

        _retries.Reset();
        _lastResponseId = response.ResponseId;
        if (response.ResponseTypeCase == ExecutePlanResponse.ResponseTypeOneofCase.ResultComplete)
        {
            IsComplete = true;
            Close();
            _release.All();
        }
        else
        {
            _release.Until(response.ResponseId);
        }

        return response;
    }

    /// <summary>A server ends a long stream now and then, to be attached to anew; ends that follow each other at once are a fault.</summary>
    private async Task AfterEnd(CancellationToken cancellation)
    {
        Close();
        if (_session.Time.GetElapsedTime(_openedAt) < ShortStream && !await _retries.Wait(null, cancellation).ConfigureAwait(false))
        {
            throw SparkConnectErrors.StreamEnded(_session.Target, _request.OperationId);
        }
    }

    private async Task AfterFailure(RpcException failure, CancellationToken cancellation)
    {
        Close();
        switch (Failure.Condition(failure))
        {
            case "INVALID_HANDLE.OPERATION_NOT_FOUND" when _lastResponseId is null:
                _isSent = false;
                if (!await _retries.Wait(null, cancellation).ConfigureAwait(false))
                {
                    throw SparkConnectErrors.Unavailable(_session.Target, failure);
                }

                break;
            case "INVALID_HANDLE.OPERATION_ALREADY_EXISTS" when _isSent:
                break;
            case "INVALID_HANDLE.OPERATION_NOT_FOUND" or "INVALID_HANDLE.OPERATION_ABANDONED":
                IsComplete = true;
                throw SparkConnectErrors.OperationForgotten(_session.Target, _request.OperationId, failure);
            default:
                if (!await _retries.WaitAfter(failure, cancellation).ConfigureAwait(false))
                {
                    var error = _session.Translate(failure);
                    if (!Failure.IsRetryable(failure) && !_session.IsLost)
                    {
                        // An operation that failed is over.
                        IsComplete = true;
                        _release.All();
                    }

                    throw error;
                }

                break;
        }
    }

    private void Close()
    {
        _call?.Dispose();
        _call = null;
    }
}
