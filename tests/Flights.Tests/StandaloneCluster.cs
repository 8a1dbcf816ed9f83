using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Flights.Tests;

/// <summary>A standalone Spark on the loopback interface: a master and a worker of two cores.</summary>
internal sealed class StandaloneCluster : IDisposable
{
    private readonly List<Process> _processes = [];

    public StandaloneCluster(string workFolder)
    {
        var port = FreePort();
        Master = $"spark://127.0.0.1:{port}";
        Start("org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", $"{port}", "--webui-port", "0");
        WaitFor(port);
        Start("org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1", "--cores", "2", "--memory", "2g", "--webui-port", "0", "--work-dir", workFolder, Master);
    }

    public string Master { get; }

    public void Dispose()
    {
        foreach (var process in Enumerable.Reverse(_processes))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void WaitFor(int port)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var client = new TcpClient("127.0.0.1", port);
                return;
            }
            catch (SocketException) when (attempt < 600)
            {
                Thread.Sleep(100);
            }
        }
    }

    private void Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(SparkDriver.Home, "bin", "spark-class"), arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["SPARK_LOCAL_IP"] = "127.0.0.1";
        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        _processes.Add(process);
    }
}
