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

    private FakeServer(WebApplication application, FakeService service)
    {
        _application = application;
        Service = service;
    }

    public FakeService Service { get; }

    public int Port => new Uri(_application.Urls.Single()).Port;

    public static async Task<FakeServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        var service = new FakeService();
        builder.Services.AddSingleton(service);
        builder.Services.AddGrpc(options => options.MaxReceiveMessageSize = SparkChannel.MaxMessageBytes);
        var application = builder.Build();
        application.MapGrpcService<FakeService>();
        await application.StartAsync();
        return new FakeServer(application, service);
    }

    public SparkConnectEngine Connect(string parameters = "", IReadOnlyDictionary<string, string>? configuration = null)
    {
        var target = ConnectionString.Parse($"sc://127.0.0.1:{Port}/;{parameters}");
        return new SparkConnectEngine(new ConnectSession(new SparkChannel(target), Quick, id: target.SessionId), configuration ?? new Dictionary<string, string>(), Quick);
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _application.StopAsync(now.Token);
        await _application.DisposeAsync();
    }
}
