using System.Text.Json;
using System.Text.Json.Serialization;

namespace Benchmarks;

/// <summary>What one contender took, measured in processes of its own.</summary>
/// <param name="FirstSeconds">Of each process: from the start of the process to the end of the first run, without what was arranged for it.</param>
/// <param name="LaterSeconds">Of the runs that followed in the same process, in order.</param>
/// <param name="FirstPeak">The most memory that was resident up to the end of the first run, in bytes (<c>VmHWM</c>), the processes that it started included.</param>
/// <param name="Peak">The same up to the end of the last run.</param>
/// <param name="Facts">Numbers that all contenders must agree on.</param>
internal sealed record Measurement(double[] FirstSeconds, double[] LaterSeconds, long FirstPeak, long Peak, Dictionary<string, long> Facts)
{
    /// <summary>The median of the first runs.</summary>
    [JsonIgnore]
    public double First => Statistics.Median(FirstSeconds);

    /// <summary>The median of the later runs.</summary>
    [JsonIgnore]
    public double Later => Statistics.Median(LaterSeconds);

    /// <summary>What several processes of one contender took: all their runs, and the largest peaks.</summary>
    public static Measurement Of(IReadOnlyList<Measurement> processes) => new(
        [.. processes.SelectMany(process => process.FirstSeconds)],
        [.. processes.SelectMany(process => process.LaterSeconds)],
        processes.Max(process => process.FirstPeak),
        processes.Max(process => process.Peak),
        processes[0].Facts);

    public static Measurement Parse(string json) => JsonSerializer.Deserialize<Measurement>(json)!;

    public string Write() => JsonSerializer.Serialize(this);
}
