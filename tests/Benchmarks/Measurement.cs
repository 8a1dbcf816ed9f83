using System.Diagnostics;
using System.Globalization;

namespace Benchmarks;

/// <summary>Times processes from start to exit, and reads the most memory they held (Linux: VmHWM, looked at every 10 ms).</summary>
internal static class Measurement
{
    /// <summary>The median of several runs of one command; what must be made ready before each is not timed.</summary>
    public static void Report(string benchmark, string what, int repeats, Action prepare, Func<ProcessStartInfo> command)
    {
        var runs = new List<(double Seconds, double Memory)>();
        for (var i = 0; i < repeats; i++)
        {
            prepare();
            runs.Add(Run(command()));
        }

        var seconds = runs.Select(r => r.Seconds).Order().ElementAt(repeats / 2);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {benchmark} | {what} (median of {repeats}) | {seconds:0.00} | {runs.Max(r => r.Memory):0} |"));
    }

    /// <summary>This program again, as another process.</summary>
    public static ProcessStartInfo Self(params string[] arguments) =>
        new("dotnet", [typeof(Measurement).Assembly.Location, "--child", .. arguments]);

    public static string Machine() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1 << 30)} GiB, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, {TimeProvider.System.GetUtcNow():yyyy-MM-dd}");

    private static (double Seconds, double Memory) Run(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var peak = 0.0;
        while (!process.WaitForExit(10))
        {
            peak = Math.Max(peak, PeakMemory(process.Id));
        }

        watch.Stop();
        return process.ExitCode == 0
            ? (watch.Elapsed.TotalSeconds, peak)
            : throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}:\n{errors.Result}\n{output.Result}");
    }

    // The process, and what it started.
    private static double PeakMemory(int process)
    {
        try
        {
            var own = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            var children = File.ReadAllText($"/proc/{process}/task/{process}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var kilobytes = own is null ? 0 : double.Parse(own[6..^2], CultureInfo.InvariantCulture);
            return Math.Max(kilobytes / 1024, children.Select(child => PeakMemory(int.Parse(child, CultureInfo.InvariantCulture))).DefaultIfEmpty().Max());
        }
        catch (Exception ended) when (ended is IOException or UnauthorizedAccessException)
        {
            // The process has ended between two looks.
            return 0;
        }
    }
}
