using System.Text.Json;

namespace Benchmarks;

/// <summary>What one contender took, measured in a process of its own.</summary>
/// <param name="FirstSeconds">From the start of the process to the end of the first run, without what was arranged for it.</param>
/// <param name="LaterSeconds">Of the runs that followed in the same process, in order.</param>
/// <param name="FirstPeak">The most memory that was resident up to the end of the first run, in bytes (<c>VmHWM</c>).</param>
/// <param name="Peak">The same up to the end of the last run.</param>
/// <param name="Facts">Numbers that all contenders must agree on.</param>
internal sealed record Measurement(double FirstSeconds, double[] LaterSeconds, long FirstPeak, long Peak, Dictionary<string, long> Facts)
{
    /// <summary>The median of the later runs; of the first where there are no others.</summary>
    public double Median => Statistics.Median(LaterSeconds.Length == 0 ? [FirstSeconds] : LaterSeconds);

    public static Measurement Parse(string json) => JsonSerializer.Deserialize<Measurement>(json)!;

    public string Write() => JsonSerializer.Serialize(this);
}
