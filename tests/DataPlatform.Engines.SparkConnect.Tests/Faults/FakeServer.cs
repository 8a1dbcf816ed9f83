using System.Net;
using System.Security.Cryptography.X509Certificates;
using DataPlatform.Engines.SparkConnect.Connections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DataPlatform.Engines.SparkConnect.Tests.Faults;

/// <summary>A server of the protocol on a loopback port, whose answers and faults a test chooses.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    /// <summary>Spark's policy with waits of a test's size.</summary>
    public static readonly RetryPolicy Quick = new() { MaxRetries = 5, InitialBackoff = TimeSpan.FromMilliseconds(1), MaxBackoff = TimeSpan.FromMilliseconds(20), MaxServerDelay = TimeSpan.FromMilliseconds(50) };

    private readonly WebApplication _application;
    private int _connections;

    private FakeServer(Func<FakeServer, WebApplication> application, FakeService service)
    {
        Service = service;
        _application = application(this);
    }

    public FakeService Service { get; }

    public int Port => new Uri(_application.Urls.Single()).Port;

    /// <summary>How many connections were made to it, those that came to nothing too.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <param name="certificate">What it proves with who it is; null: it speaks plain text.</param>
    /// <param name="port">Where it listens; 0: on one that is free.</param>
    public static async Task<FakeServer> Start(X509Certificate2? certificate = null, int port = 0)
    {
        var server = new FakeServer(self => self.Build(certificate, port), new FakeService());
        await server._application.StartAsync();
        return server;
    }

    public SparkConnectEngine Connect(string parameters = "", IReadOnlyDictionary<string, string>? configuration = null)
    {
        var target = ConnectionString.Parse($"sc://127.0.0.1:{Port}/;{parameters}");
        return new SparkConnectEngine(new ConnectSession(new SparkChannel(target), Quick, id: target.SessionId), configuration ?? new Dictionary<string, string>(), Quick);
    }

    /// <summary>An engine with the retries that users have.</summary>
    /// <param name="parameters">Of the connection string.</param>
    /// <param name="authority">Whose certificates are trusted; null: those that the system trusts.</param>
    public SparkConnectEngine ConnectPatiently(string parameters, X509Certificate2? authority = null) =>
        new(new ConnectSession(new SparkChannel(ConnectionString.Parse($"sc://127.0.0.1:{Port}/;{parameters}"), authority is null ? null : [authority])), new Dictionary<string, string>());

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _application.StopAsync(now.Token);
        await _application.DisposeAsync();
    }

    private WebApplication Build(X509Certificate2? certificate, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, port, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            listen.Use(next => connection =>
            {
                Interlocked.Increment(ref _connections);
                return next(connection);
            });
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        builder.Services.AddSingleton(Service);
        builder.Services.AddGrpc(options => options.MaxReceiveMessageSize = SparkChannel.MaxMessageBytes);
        var application = builder.Build();
        application.MapGrpcService<FakeService>();
        return application;
    }
}
