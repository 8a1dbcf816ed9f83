using System.Runtime.InteropServices;
using DataPlatform.Engines.SparkConnect.Protos;
using Grpc.Core;
using Service = DataPlatform.Engines.SparkConnect.Protos.SparkConnectService.SparkConnectServiceClient;

namespace DataPlatform.Engines.SparkConnect.Connections;

/// <summary>
/// One session of a server: its ids, and the calls that belong to it, with their retries. Each of these calls has the same effect twice as once.
/// A session that the server lost stays lost: what it held (views, settings, kept rows) is gone.
/// </summary>
internal sealed partial class ConnectSession : IDisposable
{
    // What is still to be released when a session ends is worth a moment, not a wait.
    private static readonly TimeSpan EndTimeout = TimeSpan.FromSeconds(5);

    private readonly SparkChannel _channel;
    private readonly RetryPolicy _policy;
    private readonly string _clientType;
    private readonly BackgroundCalls _background = new();
    private string? _serverSideId;
    private int _isDisposed;
    private volatile bool _isInterrupted;

    public ConnectSession(SparkChannel channel, RetryPolicy? policy = null, TimeProvider? time = null, string? id = null)
    {
        _channel = channel;
        _policy = policy ?? (channel.Target.IsLoopback ? RetryPolicy.Loopback : RetryPolicy.Spark);
        Time = time ?? TimeProvider.System;
        Id = id ?? Guid.NewGuid().ToString("D");
        _clientType = $"{channel.Target.UserAgent ?? "dataplatform"} spark-connect-csharp dotnet/{Environment.Version} os/{Platform()}";
    }

    public string Id { get; }

    public TimeProvider Time { get; }

    public ConnectionString Target => _channel.Target;

    /// <summary>The server's own id of the session, by which a restarted server is told from the one before; null before its first answer.</summary>
    public string? ServerSideId => Volatile.Read(ref _serverSideId);

    /// <summary>Whether the server lost the session.</summary>
    public bool IsLost { get; private set; }

    public Retries NewRetries() => new(_policy, Time);

    /// <summary>Another session on the same connection, with nothing of this one.</summary>
    public ConnectSession Another() => new(_channel.Share(), _policy, Time);

    /// <summary>The request, filled in as one of this session.</summary>
    public TRequest Addressed<TRequest>(TRequest request)
        where TRequest : class, ISessionRequest
    {
        request.SessionId = Id;
        request.UserContext = User;
        request.ClientType = _clientType;
        if (ServerSideId is { } known)
        {
            request.ClientObservedServerSideSessionId = known;
        }

        return request;
    }

    /// <summary>A stream of results: of a new operation, or of one that runs.</summary>
    public AsyncServerStreamingCall<ExecutePlanResponse> Open(Func<Service, CallOptions, AsyncServerStreamingCall<ExecutePlanResponse>> call, CancellationToken cancellation) =>
        call(_channel.Client, _channel.Options(cancellation));

    /// <summary>Makes a call, again where it fails for a passing reason.</summary>
    /// <exception cref="DataPlatformException">As the server said, or <c>SPARK_CONNECT_UNAVAILABLE</c>, <c>SPARK_CONNECT_SESSION_LOST</c>, <c>SPARK_CONNECT_CERTIFICATE_REFUSED</c>,
    /// <c>SPARK_CONNECT_TLS_FAILED</c>, <c>SPARK_CONNECT_TLS_REQUIRED</c>.</exception>
    public TResponse Call<TResponse>(Func<Service, CallOptions, TResponse> call, RetryPolicy? policy = null, CancellationToken cancellation = default)
    {
        ThrowIfLost();
        var retries = new Retries(policy ?? _policy, Time);
        while (true)
        {
            try
            {
                return call(_channel.Client, _channel.Options(cancellation));
            }
            catch (RpcException failure) when (Failure.IsRetryable(failure))
            {
                if (ServerSideId is null && !Target.UseTls && Failure.IsUnanswered(failure) && _channel.AnswersToTls(cancellation).GetAwaiter().GetResult())
                {
                    throw SparkConnectErrors.TlsRequired(Target, failure);
                }

                if (!retries.WaitAfter(failure, cancellation).GetAwaiter().GetResult())
                {
                    throw SparkConnectErrors.Unavailable(Target, failure);
                }
            }
            catch (RpcException failure)
            {
                throw Translate(failure);
            }
        }
    }

    /// <summary>Makes a call that nobody waits for; the server does without it where it fails.</summary>
    public void CallInBackground(Func<Service, CallOptions, Task> call) => _background.Run(() => call(_channel.Client, _channel.Options(timeout: EndTimeout)));

    /// <summary>Holds an answer against the session that it must belong to.</summary>
    /// <exception cref="DataPlatformException"><c>SPARK_CONNECT_SESSION_LOST</c>: another server answered; <c>SPARK_CONNECT_PROTOCOL_VIOLATED</c>: another session's answer.</exception>
    public void Observe(string sessionId, string serverSideSessionId)
    {
        if (sessionId != Id)
        {
            throw SparkConnectErrors.ProtocolViolated($"an answer came for the session '{sessionId}', not for '{Id}'");
        }

        if (serverSideSessionId.Length == 0)
        {
            return;
        }

        var known = Interlocked.CompareExchange(ref _serverSideId, serverSideSessionId, null);
        if (known is not null && known != serverSideSessionId)
        {
            throw Lost("INVALID_HANDLE.SESSION_CHANGED", null);
        }
    }

    /// <summary>The exception that a failed call stands for, with the details that the server keeps of it.</summary>
    public Exception Translate(RpcException failure)
    {
        var condition = Failure.Condition(failure);
        return condition == "OPERATION_CANCELED" && _isInterrupted ? new OperationCanceledException("The process was told to end, and what it ran on the server was interrupted.", failure) :
            Failure.CertificateProblem(failure) is { } problem ? problem :
            Failure.IsTlsFailed(failure) ? SparkConnectErrors.TlsFailed(Target, failure) :
            Failure.IsSessionLost(condition) ? Lost(condition!, failure) :
            Failure.IsRetryable(failure) ? SparkConnectErrors.Unavailable(Target, failure) :
            SparkConnectErrors.FromServer(failure, Details(failure));
    }

    public void ThrowIfLost()
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _isDisposed) != 0, this);
        if (IsLost)
        {
            throw Lost("INVALID_HANDLE.SESSION_CHANGED", null);
        }
    }

    /// <summary>Releases the session on the server, what it runs included, and the connection where no other session uses it.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        if (ServerSideId is not null && !IsLost)
        {
            CallInBackground((client, options) => client.ReleaseSessionAsync(
                new ReleaseSessionRequest { SessionId = Id, UserContext = User, ClientType = _clientType }, options).ResponseAsync);
        }

        _background.Finish(EndTimeout);
        _channel.Dispose();
    }

    private UserContext User => new() { UserId = UserName, UserName = UserName };

    // In a container the process's user may have no name; a server wants one.
    private string UserName => Target.UserId ?? (Environment.UserName is { Length: > 0 } name ? name : "dataplatform");

    private static string Platform() => OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : $"linux-{RuntimeInformation.OSArchitecture}".ToLowerInvariant();

    private DataPlatformException Lost(string condition, RpcException? failure)
    {
        IsLost = true;
        return SparkConnectErrors.SessionLost(Target, condition, failure);
    }

    private FetchErrorDetailsResponse? Details(RpcException failure)
    {
        if (Failure.Info(failure) is not { } info || !info.Metadata.TryGetValue("errorId", out var errorId))
        {
            return null;
        }

        try
        {
            var request = Addressed(new FetchErrorDetailsRequest { ErrorId = errorId });
            return _channel.Client.FetchErrorDetails(request, _channel.Options(timeout: EndTimeout));
        }
        catch (RpcException)
        {
            // The error itself is at hand, with less detail: that it is told matters more than why its details are not.
            return null;
        }
    }
}
