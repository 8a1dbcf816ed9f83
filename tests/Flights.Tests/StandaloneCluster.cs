using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Flights.Tests;

/// <summary>A standalone Spark on the loopback address: one master, and workers of one core each.</summary>
internal sealed class StandaloneCluster : IDisposable
{
    private const string Host = "127.0.0.1";

    private readonly string _folder = Directory.CreateTempSubdirectory("cluster").FullName;
    private readonly List<Process> _workers = [];
    private readonly Process _master;

    /// <summary>Starts it, and waits until all workers are in.</summary>
    public StandaloneCluster(int workers)
    {
        var (port, pages) = (FreePort(), FreePort());
        Master = $"spark://{Host}:{port}";
        _master = Start("master.Master", "--port", $"{port}", "--webui-port", $"{pages}");
        WaitForWorkers(pages, 0);
        for (var i = 0; i < workers; i++)
        {
            _workers.Add(Start("worker.Worker", "--cores", "1", "--memory", "1g", "--webui-port", "0", "--work-dir", Path.Combine(_folder, $"worker{i}"), Master));
        }

        WaitForWorkers(pages, workers);
    }

    /// <summary>The master's address, as <c>--master</c> takes it.</summary>
    public string Master { get; }

    /// <summary>What the drivers that ran on workers wrote to their standard output.</summary>
    public IEnumerable<string> DriverOutputs => Directory.GetDirectories(_folder, "driver-*", SearchOption.AllDirectories).Select(driver => File.ReadAllText(Path.Combine(driver, "stdout")));

    /// <summary>Ends a worker and its executors as a lost machine would.</summary>
    public void KillWorker(int index) => _workers[index].Kill(entireProcessTree: true);

    public void Dispose()
    {
        foreach (var process in _workers.Append(_master))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static Process Start(string daemon, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(SparkDriver.Home, "bin", "spark-class"), [$"org.apache.spark.deploy.{daemon}", "--host", Host, .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["SPARK_LOCAL_IP"] = Host, ["SPARK_DAEMON_MEMORY"] = "512m" },
        };
        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }

    /// <summary>Asks the master's page until it counts that many living workers.</summary>
    private void WaitForWorkers(int pages, int count)
    {
        using var client = new HttpClient();
        for (var attempt = 0; attempt < 600; attempt++, Thread.Sleep(100))
        {
            Assert.False(_master.HasExited, "The master ended.");
            try
            {
                using var state = JsonDocument.Parse(client.GetStringAsync($"http://{Host}:{pages}/json/").Result);
                if (state.RootElement.GetProperty("aliveworkers").GetInt32() == count)
                {
                    return;
                }
            }
            catch (AggregateException notYet) when (notYet.InnerException is HttpRequestException)
            {
                // The page is not served from the first moment; the next attempt asks again.
            }
        }

        Assert.Fail($"{Master} has no {count} workers after a minute.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
