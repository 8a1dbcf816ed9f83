using System.Diagnostics;

namespace DataPlatform.Engines.SparkConnect.Launching;

/// <summary>
/// A Spark that serves this process over Spark Connect, on the loopback interface and behind a token of its own. It ends when its standard input does: when this is
/// disposed, and when this process ends, however it ends.
/// </summary>
internal sealed class SparkProcess : IDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly LogTail _log;

    private SparkProcess(Process process, LogTail log, string endpoint) => (_process, _log, Endpoint) = (process, log, endpoint);

    /// <summary>Where it serves, token included.</summary>
    public string Endpoint { get; }

    /// <summary>Whether it is gone.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>The last lines that it logged, oldest first.</summary>
    public IReadOnlyList<string> LastLogLines => _log.Lines;

    /// <summary>Starts a Spark and waits until it serves.</summary>
    /// <param name="spark">The installation.</param>
    /// <param name="master">The master.</param>
    /// <param name="configuration">Properties; those that do not begin with <c>spark.</c>, and the master, are left out.</param>
    /// <exception cref="DataPlatformException"><c>RUNNER_NOT_BUILT</c>, <c>SPARK_NOT_STARTED</c>.</exception>
    public static SparkProcess Start(SparkInstallation spark, string master, IReadOnlyDictionary<string, string> configuration)
    {
        var jar = RunnerJar.For(spark);
        using var properties = new SparkPropertiesFile(configuration.Where(property => IsForSpark(property.Key)));
        var start = new ProcessStartInfo(spark.Submit) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = ["--master", master, "--properties-file", properties.Path, "--load-spark-defaults", "--class", RunnerJar.MainClass, jar];
        Array.ForEach(arguments, start.ArgumentList.Add);

        // A Spark that is told of another one would connect to that.
        start.Environment.Remove("SPARK_REMOTE");
        var process = Process.Start(start)!;
        var log = new LogTail(process.StandardError);
        try
        {
            return new SparkProcess(process, log, WaitForEndpoint(process, master, log));
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    /// <summary>Ends the Spark, and waits until it has ended.</summary>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            if (!_process.WaitForExit(StopTimeout))
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _process.Dispose();
    }

    private static bool IsForSpark(string key) => key.StartsWith("spark.", StringComparison.Ordinal) && key is not ("spark.master" or "spark.remote");

    private static string WaitForEndpoint(Process process, string master, LogTail log)
    {
        var endpoint = ReadEndpoint(process.StandardOutput, log);
        if (!endpoint.Wait(StartTimeout))
        {
            throw SparkConnectErrors.NotStarted(master, $"did not serve within {StartTimeout.TotalSeconds} s", log.Lines, isTransient: true);
        }

        if (endpoint.Result is { } found)
        {
            return found;
        }

        process.WaitForExit();
        throw SparkConnectErrors.NotStarted(master, $"ended with the exit code {process.ExitCode} before it served", log.Lines, isTransient: false);
    }

    /// <summary>Null where the stream ends without one. Whatever else Java writes there belongs to the log.</summary>
    private static Task<string?> ReadEndpoint(StreamReader output, LogTail log)
    {
        var found = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var reader = new Thread(() =>
        {
            while (output.ReadLine() is { } line)
            {
                if (line.StartsWith("sc://", StringComparison.Ordinal))
                {
                    found.TrySetResult(line);
                }
                else
                {
                    log.Add(line);
                }
            }

            found.TrySetResult(null);
        })
        {
            IsBackground = true,
            Name = "Spark's standard output",
        };
        reader.Start();
        return found.Task;
    }
}
