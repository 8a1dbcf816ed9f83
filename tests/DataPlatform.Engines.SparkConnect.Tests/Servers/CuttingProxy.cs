using System.Net;
using System.Net.Sockets;

namespace DataPlatform.Engines.SparkConnect.Tests.Servers;

/// <summary>A proxy on a loopback port that cuts its connections after so many bytes from the server, so many times; later ones live.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _serverPort;
    private readonly long _bytesBeforeCut;
    private int _cutsLeft;

    public CuttingProxy(int serverPort, long bytesBeforeCut, int cuts)
    {
        _serverPort = serverPort;
        _bytesBeforeCut = bytesBeforeCut;
        _cutsLeft = cuts;
        _listener.Start();
        _ = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Cuts { get; private set; }

    public void Dispose() => _listener.Dispose();

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                _ = Serve(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            await server.ConnectAsync(IPAddress.Loopback, _serverPort);
            var up = client.GetStream().CopyToAsync(server.GetStream());
            await Task.WhenAny(up, Down(server.GetStream(), client));
        }
    }

    private async Task Down(NetworkStream server, TcpClient client)
    {
        var buffer = new byte[64 * 1024];
        var sum = 0L;
        int count;
        while ((count = await server.ReadAsync(buffer)) > 0)
        {
            sum += count;
            if (sum > _bytesBeforeCut && Interlocked.Decrement(ref _cutsLeft) >= 0)
            {
                Cuts++;
                client.LingerState = new LingerOption(true, 0);
                return;
            }

            await client.GetStream().WriteAsync(buffer.AsMemory(0, count));
        }
    }
}
