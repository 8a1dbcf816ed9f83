using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using DataPlatform.Engines.SparkConnect.Protos;
using Grpc.Core;
using Grpc.Net.Client;

namespace DataPlatform.Engines.SparkConnect.Connections;

/// <summary>The connection to one server, which several sessions may share; it is closed with the last of them.</summary>
/// <remarks>
/// Over TLS the server's certificate must be of its name and of an authority that the system trusts. No setting turns this off. A company's own authority belongs among those of the system;
/// on Linux <c>SSL_CERT_FILE</c> and <c>SSL_CERT_DIR</c> name others, as they are when the process starts.
/// </remarks>
internal sealed class SparkChannel : IDisposable
{
    /// <summary>What a Spark server takes and sends at most in one message.</summary>
    public const int MaxMessageBytes = 128 * 1024 * 1024;

    // Servers by default end connections that ping more often than this without data; a dead peer is found sooner by TCP's own probes.
    private static readonly TimeSpan PingDelay = TimeSpan.FromMinutes(6);

    private static readonly TimeSpan HandshakeTimeout = TimeSpan.FromSeconds(5);

    private readonly GrpcChannel _channel;
    private int _users = 1;

    /// <param name="target">The server.</param>
    /// <param name="authorities">Which authorities are trusted; null: those of the system.</param>
    public SparkChannel(ConnectionString target, X509Certificate2Collection? authorities = null)
    {
        Target = target;
        var handler = new SocketsHttpHandler
        {
            EnableMultipleHttp2Connections = true,
            KeepAlivePingDelay = PingDelay,
            KeepAlivePingTimeout = TimeSpan.FromSeconds(30),
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            ConnectCallback = (context, cancellation) => Connect(context.DnsEndPoint, cancellation),
            // A plain-text HTTP/2 connection passes no proxy.
            UseProxy = target.UseTls && !target.IsLoopback,
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = authorities is null ? null : Trusting(authorities),
                RemoteCertificateValidationCallback = (_, certificate, chain, problems) => problems == SslPolicyErrors.None
                    ? true
                    : throw SparkConnectErrors.CertificateRefused(target, problems, certificate as X509Certificate2, chain),
            },
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

    /// <summary>Whether the server answers to a TLS handshake, which is then given up. False also where it does not within some seconds.</summary>
    public async Task<bool> AnswersToTls(CancellationToken cancellation)
    {
        var answers = false;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(HandshakeTimeout);
        try
        {
            using var tls = new SslStream(await Connect(new DnsEndPoint(Target.Address.DnsSafeHost, Target.Port), limit.Token).ConfigureAwait(false));
            var options = new SslClientAuthenticationOptions
            {
                TargetHost = Target.Host,
                RemoteCertificateValidationCallback = (_, _, _, _) =>
                {
                    answers = true;
                    return false;
                },
            };
            await tls.AuthenticateAsClientAsync(options, limit.Token).ConfigureAwait(false);
        }
        catch (Exception over) when (over is AuthenticationException or IOException or SocketException || (over is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // The handshake never comes to an end, whoever is there.
        }

        return answers;
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

    private static X509ChainPolicy Trusting(X509Certificate2Collection authorities)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }

    private static async ValueTask<Stream> Connect(DnsEndPoint server, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 30);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 10);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 3);
            await socket.ConnectAsync(server, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
