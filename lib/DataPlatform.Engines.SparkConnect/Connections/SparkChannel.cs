using System.Net.Sockets;
using DataPlatform.Engines.SparkConnect.Protos;
using Grpc.Core;
using Grpc.Net.Client;

namespace DataPlatform.Engines.SparkConnect.Connections;

/// <summary>The connection to one server, which several sessions may share; it is closed with the last of them.</summary>
internal sealed class SparkChannel : IDisposable
{
    /// <summary>What a Spark server takes and sends at most in one message.</summary>
    public const int MaxMessageBytes = 128 * 1024 * 1024;

    // Servers by default end connections that ping more often than this without data; a dead peer is found sooner by TCP's own probes.
    private static readonly TimeSpan PingDelay = TimeSpan.FromMinutes(6);

    private readonly GrpcChannel _channel;
    private int _users = 1;

    public SparkChannel(ConnectionString target)
    {
        Target = target;
        var handler = new SocketsHttpHandler
        {
            EnableMultipleHttp2Connections = true,
            KeepAlivePingDelay = PingDelay,
            KeepAlivePingTimeout = TimeSpan.FromSeconds(30),
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            ConnectCallback = Connect,
            // A plain-text HTTP/2 connection passes no proxy.
            UseProxy = target.UseTls,
        };
        _channel = GrpcChannel.ForAddress(target.Address, new GrpcChannelOptions
        {
            HttpHandler = handler,
            DisposeHttpClient = true,
            MaxReceiveMessageSize = MaxMessageBytes,
            MaxSendMessageSize = MaxMessageBytes,
        });
        Client = new SparkConnectService.SparkConnectServiceClient(_channel);
    }

    public ConnectionString Target { get; }

    public SparkConnectService.SparkConnectServiceClient Client { get; }

    /// <summary>The options of a call: the headers of the connection string, and the token.</summary>
    public CallOptions Options(CancellationToken cancellation = default, TimeSpan? timeout = null)
    {
        var headers = new Metadata();
        foreach (var (name, value) in Target.Headers)
        {
            headers.Add(name, value);
        }

        if (Target.Token is { } token)
        {
            headers.Add("authorization", $"Bearer {token}");
        }

        return new CallOptions(headers, timeout is { } limit ? TimeProvider.System.GetUtcNow().UtcDateTime + limit : null, cancellation);
    }

    /// <summary>The same connection for one more user, who disposes it too.</summary>
    public SparkChannel Share()
    {
        Interlocked.Increment(ref _users);
        return this;
    }

    public void Dispose()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            _channel.Dispose();
        }
    }

    private static async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 30);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 10);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 3);
            await socket.ConnectAsync(context.DnsEndPoint, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
