using System.Diagnostics;

namespace Benchmarks;

/// <summary>A process that ran to its end.</summary>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
/// <param name="Seconds">From its start to its exit.</param>
internal sealed record Command(string Output, string Errors, double Seconds)
{
    /// <exception cref="BenchmarkException">It did not exit with 0.</exception>
    public static Command Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var seconds = watch.Elapsed.TotalSeconds;
        return process.ExitCode == 0
            ? new Command(output, errors.Result, seconds)
            : throw new BenchmarkException($"{program} {string.Join(' ', start.ArgumentList)} exited with {process.ExitCode}: {errors.Result}");
    }
}
