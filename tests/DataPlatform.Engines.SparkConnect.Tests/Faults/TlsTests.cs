using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using DataPlatform.Engines.SparkConnect.Connections;
using DataPlatform.Plans;

namespace DataPlatform.Engines.SparkConnect.Tests.Faults;

/// <summary>Secure connections: one comes about, or one clear error is told at once, before a token is sent.</summary>
public sealed class TlsTests : IDisposable
{
    private static readonly RangeRelation Plan = new(0, 3, 1);

    // The retries that users have would take a minute.
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(20);

    private readonly Certificates _certificates = new();

    public void Dispose() => _certificates.Dispose();

    [Theory]
    [InlineData("token=s3cret;use_ssl=true", "Bearer s3cret")]
    [InlineData("use_ssl=true", null)]
    public async Task A_server_whose_certificate_is_trusted_runs_plans(string parameters, string? authorization)
    {
        using var certificate = _certificates.Local();
        await using var server = await FakeServer.Start(certificate);
        using (var engine = server.ConnectPatiently(parameters, _certificates.Authority))
        using (var result = engine.Execute(Plan))
        {
            Assert.Equal("id", engine.Analyze(Plan).Fields[0].Name);
            Assert.Equal([0L, 1, 2], result.Rows.Select(row => row.GetAs<long>(0)));
        }

        Assert.Equal(3, server.Service.Headers.Count);
        Assert.All(server.Service.Headers, headers => Assert.Equal(authorization, headers.GetValue("authorization")));
        Assert.Single(server.Service.ReleasedSessions);
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts_is_refused()
    {
        using var certificate = _certificates.Local();
        await using var server = await FakeServer.Start(certificate);
        var error = Refused(() => server.ConnectPatiently("token=s3cret;use_ssl=true"), server, connections: 1);
        Assert.Equal(("SPARK_CONNECT_CERTIFICATE_REFUSED", "RemoteCertificateChainErrors"), (error.Code, error.Parameters["problems"]));
        Assert.Contains($"The certificate of the Spark Connect server sc://127.0.0.1:{server.Port} is not trusted: ", error.Message);
        Assert.Contains("Trust the authority that issued it", error.Message);
        Assert.Contains("SSL_CERT_FILE", error.Message);
    }

    [Fact]
    public async Task A_certificate_of_another_authority_is_refused()
    {
        using var others = new Certificates();
        using var certificate = others.Local();
        await using var server = await FakeServer.Start(certificate);
        var error = Refused(() => server.ConnectPatiently("token=s3cret;use_ssl=true", _certificates.Authority), server, connections: 1);
        Assert.Equal(("SPARK_CONNECT_CERTIFICATE_REFUSED", "RemoteCertificateChainErrors"), (error.Code, error.Parameters["problems"]));
    }

    [Fact]
    public async Task A_certificate_of_another_host_is_refused()
    {
        using var certificate = _certificates.For("spark.example");
        await using var server = await FakeServer.Start(certificate);
        var error = Refused(() => server.ConnectPatiently("token=s3cret;use_ssl=true", _certificates.Authority), server, connections: 1);
        Assert.Equal(("SPARK_CONNECT_CERTIFICATE_REFUSED", "RemoteCertificateNameMismatch"), (error.Code, error.Parameters["problems"]));
        Assert.Contains("it is for spark.example, not for 127.0.0.1. Nothing was sent. Write the server's address with a name that its certificate has.", error.Message);
    }

    [Fact]
    public async Task A_certificate_that_has_expired_is_refused()
    {
        using var certificate = _certificates.Local(DateTimeOffset.UtcNow.AddDays(-1));
        await using var server = await FakeServer.Start(certificate);
        var error = Refused(() => server.ConnectPatiently("token=s3cret;use_ssl=true", _certificates.Authority), server, connections: 1);
        Assert.Equal("SPARK_CONNECT_CERTIFICATE_REFUSED", error.Code);
        Assert.Contains("(NotTimeValid). Nothing was sent. Look at the certificate's dates", error.Message);
    }

    [Fact]
    public async Task TLS_to_a_server_of_plain_text_is_told()
    {
        await using var server = await FakeServer.Start();
        var error = Refused(() => server.ConnectPatiently("token=s3cret;use_ssl=true"), server, connections: 1);
        Assert.Equal("SPARK_CONNECT_TLS_FAILED", error.Code);
        Assert.Contains("write use_ssl=false", error.Message);
    }

    [Fact]
    public async Task Plain_text_to_a_server_of_TLS_is_told()
    {
        using var certificate = _certificates.Local();
        await using var server = await FakeServer.Start(certificate);
        // The second connection asks whether it is TLS that is missing.
        var error = Refused(() => server.ConnectPatiently(""), server, connections: 2);
        Assert.Equal("SPARK_CONNECT_TLS_REQUIRED", error.Code);
        Assert.Contains($"Write sc://127.0.0.1:{server.Port}/;use_ssl=true", error.Message);
    }

    [Fact]
    public async Task A_certificate_that_is_no_longer_trusted_ends_a_session_that_was_cut()
    {
        using var good = _certificates.Local();
        await using var first = await FakeServer.Start(good);
        using var engine = first.ConnectPatiently("token=s3cret;use_ssl=true", _certificates.Authority);
        using var others = new Certificates();
        using var bad = others.Local();
        var port = first.Port;
        await first.DisposeAsync();
        await using var second = await FakeServer.Start(bad, port);
        var watch = Stopwatch.StartNew();
        Assert.Equal("SPARK_CONNECT_CERTIFICATE_REFUSED", Assert.Throws<DataPlatformException>(() => engine.Analyze(Plan)).Code);
        Assert.Equal("SPARK_CONNECT_CERTIFICATE_REFUSED", Assert.Throws<DataPlatformException>(() => engine.Execute(Plan)).Code);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, AtOnce);
        Assert.Empty(second.Service.Headers);
    }

    [Theory]
    [InlineData("use_ssl=false")]
    [InlineData("use_ssl=true")]
    public async Task A_server_that_hangs_up_is_tried_again(string parameters)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var calls = 0;
        var answering = Task.Run(async () =>
        {
            while (true)
            {
                (await listener.AcceptTcpClientAsync()).Dispose();
                Interlocked.Increment(ref calls);
            }
        });
        var target = ConnectionString.Parse($"sc://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/;{parameters}");
        var error = Assert.Throws<DataPlatformException>(() => new SparkConnectEngine(new ConnectSession(new SparkChannel(target)), new Dictionary<string, string>(), FakeServer.Quick));
        Assert.Equal(("SPARK_CONNECT_UNAVAILABLE", true), (error.Code, error.IsTransient));
        Assert.InRange(calls, FakeServer.Quick.MaxRetries, int.MaxValue);
        listener.Stop();
        await Assert.ThrowsAnyAsync<Exception>(() => answering);
    }

    private static DataPlatformException Refused(Func<SparkConnectEngine> connect, FakeServer server, int connections)
    {
        var watch = Stopwatch.StartNew();
        var error = Assert.Throws<DataPlatformException>(connect);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, AtOnce);
        Assert.False(error.IsTransient);
        Assert.Equal(connections, server.Connections);
        Assert.Empty(server.Service.Headers);
        Assert.DoesNotContain("s3cret", error.ToString());
        return error;
    }
}
