using System.Diagnostics;
using System.Text.Json;

namespace Flights.Tests;

/// <summary>A submission in a process of its own, as a scheduler starts it.</summary>
internal sealed class JobProcess : IDisposable
{
    /// <summary>The exit code of a process that SIGKILL ended.</summary>
    public const int Killed = 128 + 9;

    private readonly Process _process;
    private readonly Task<string> _output;

    private JobProcess(string assembly, string[] arguments)
        : this(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })
    {
    }

    private JobProcess(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
    }

    public int Id => _process.Id;

    /// <summary>Submits as <c>spark-submit.sh</c> does.</summary>
    public static JobProcess Submit(FlightsLake lake, params string[] arguments) =>
        new("DataPlatform.Hosting.dll", ["submit", "--root", FlightsLake.Root, .. arguments, "--lake", lake.Lake, "--landing", lake.Landing]);

    /// <summary>Submits with Spark's own <c>spark-submit</c>.</summary>
    public static JobProcess SubmitToSpark(FlightsLake lake, string master, params string[] arguments) =>
        new(SparkDriver.Submission(master, "DataPlatform.Hosting.dll", ["submit", "--root", FlightsLake.Root, .. arguments, "--lake", lake.Lake, "--landing", lake.Landing]));

    /// <summary>Starts a program whose standard output and error are redirected.</summary>
    public static JobProcess Start(ProcessStartInfo start) => new(start);

    /// <summary>Runs a job's own assembly.</summary>
    public static JobProcess Start(FlightsLake lake, string assembly, params string[] arguments) => new(assembly, [.. arguments, "--lake", lake.Lake, "--landing", lake.Landing]);

    /// <summary>Ends the process and all that it started as a lost machine would.</summary>
    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    /// <summary>Reads standard error up to a line with a text.</summary>
    public void WaitFor(string text)
    {
        while (_process.StandardError.ReadLine() is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"The process ended before it said '{text}'.");
    }

    /// <summary>Waits for the end; the exit code and what was written.</summary>
    public (int ExitCode, string Output, string Errors) End()
    {
        var errors = _process.StandardError.ReadToEnd();
        _process.WaitForExit();
        return (_process.ExitCode, _output.Result, errors);
    }

    /// <summary>Waits for the end; the report, which is the last line of standard output.</summary>
    public JsonElement Report()
    {
        var (code, output, errors) = End();
        Assert.True(output.Length > 0, errors);
        using var report = JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]);
        Assert.Equal(code, report.RootElement.GetProperty("exit_code").GetInt32());
        return report.RootElement.Clone();
    }

    public void Dispose() => _process.Dispose();
}
