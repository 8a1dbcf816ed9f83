using System.Globalization;
using System.Runtime.InteropServices;

namespace Benchmarks;

/// <summary>Where the numbers come from.</summary>
internal static class Machine
{
    /// <summary>Date, processor, cores, memory, runtime, DuckDB and the load before the first case, as a line of Markdown.</summary>
    public static string Describe()
    {
        using var duckDb = new DuckDb();
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC · {Processor()} · {Environment.ProcessorCount} cores · {memory:0.0} GiB · {RuntimeInformation.OSDescription} · {RuntimeInformation.FrameworkDescription} · DuckDB {duckDb.Text("SELECT version()")} · load {Load()}");
    }

    private static string Processor() =>
        Value("/proc/cpuinfo", line => line.StartsWith("model name", StringComparison.Ordinal), line => line[(line.IndexOf(':') + 1)..].Trim()) ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static string Load() => Value("/proc/loadavg", _ => true, line => line.Split(' ')[0]) ?? "not known";

    private static string? Value(string file, Func<string, bool> isIt, Func<string, string> value) =>
        File.Exists(file) && File.ReadLines(file).FirstOrDefault(isIt) is { } line ? value(line) : null;
}
