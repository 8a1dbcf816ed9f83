using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Flights.Tests;

/// <summary>A standalone Spark on the loopback address: one master, and workers of one core each.</summary>
internal sealed class StandaloneCluster : IDisposable
{
    private const string Host = "127.0.0.1";

    private readonly string _folder = Directory.CreateTempSubdirectory("cluster").FullName;
    private readonly ConcurrentQueue<string> _log = new();
    private readonly List<Process> _workers = [];
    private readonly Process _master;

    /// <summary>Starts it, and waits until all workers are in.</summary>
    public StandaloneCluster(int workers)
    {
        var port = FreePort();
        Master = $"spark://{Host}:{port}";
        _master = Start("Starting Spark master", "org.apache.spark.deploy.master.Master", "--host", Host, "--port", $"{port}", "--webui-port", "0");
        for (var i = 0; i < workers; i++)
        {
            _workers.Add(Start(
                "Successfully registered with master",
                "org.apache.spark.deploy.worker.Worker",
                "--host", Host, "--cores", "1", "--memory", "1g", "--webui-port", "0", "--work-dir", Path.Combine(_folder, $"worker{i}"), Master));
        }
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

    private Process Start(string isReady, string daemon, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(SparkDriver.Home, "bin", "spark-class"), [daemon, .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["SPARK_LOCAL_IP"] = Host, ["SPARK_DAEMON_MEMORY"] = "512m" },
        };
        var process = Process.Start(start)!;
        using var ready = new ManualResetEventSlim();
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.Exited += (_, _) => ready.Set();
        process.EnableRaisingEvents = true;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        Assert.True(ready.Wait(TimeSpan.FromMinutes(1)) && !process.HasExited, string.Join('\n', _log));
        return process;

        void Note(string? line)
        {
            if (line is null)
            {
                return;
            }

            _log.Enqueue(line);
            if (line.Contains(isReady, StringComparison.Ordinal))
            {
                ready.Set();
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
