using System.Globalization;

namespace Benchmarks;

/// <summary>This process and those that it started, directly or not, as Linux shows them.</summary>
internal static class ProcessTree
{
    /// <summary>The most memory that was resident (<c>VmHWM</c>), in bytes: the sum over all that still run, each with its own peak.</summary>
    public static long PeakMemory()
    {
        var processes = Directory.EnumerateDirectories("/proc")
            .Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0]))
            .Select(Status)
            .Where(status => status.ContainsKey("VmHWM"))
            .ToList();
        return PeakMemory(processes, processes.Single(status => Number(status["Pid"]) == Environment.ProcessId));
    }

    private static long PeakMemory(List<Dictionary<string, string>> processes, Dictionary<string, string> process) =>
        (Number(process["VmHWM"]) * 1024) + processes.Where(child => child["PPid"] == process["Pid"]).Sum(child => PeakMemory(processes, child));

    private static Dictionary<string, string> Status(string process)
    {
        try
        {
            return File.ReadLines(Path.Combine(process, "status")).Select(line => line.Split(":\t", 2)).ToDictionary(pair => pair[0], pair => pair[^1]);
        }
        catch (IOException)
        {
            // It ended since it was listed; what has ended holds no memory.
            return [];
        }
    }

    private static long Number(string text) => long.Parse(text.AsSpan().TrimStart().TrimEnd(" kB"), CultureInfo.InvariantCulture);
}
