using System.Text.Json;

namespace Flights.Tests;

/// <summary>January's lake, made once for the tests that only read it.</summary>
public sealed class January : IDisposable
{
    public January()
    {
        Lake = new FlightsLake();
        Directory.Delete(Lake.Landing);
        Directory.CreateSymbolicLink(Lake.Landing, FlightsLake.Sample);
        Report = Lake.Run("flights");
    }

    internal FlightsLake Lake { get; }

    /// <summary>The report of the run that made it.</summary>
    public JsonElement Report { get; }

    public void Dispose() => Lake.Dispose();
}
