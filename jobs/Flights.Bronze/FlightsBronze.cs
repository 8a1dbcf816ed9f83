using DataPlatform.Hosting;
using DataPlatform.Pipelines;

namespace Flights.Bronze;

/// <summary>Takes what was delivered of flights, weather, planes, airlines and airports into <c>bronze/…</c>, each file once.</summary>
public sealed class FlightsBronze : IJob
{
    private static readonly string[] Datasets = ["flights", "weather", "planes", "airlines", "airports"];

    public void Run(JobContext context) => new Ingestion(context.Run).Run([.. Datasets.Select(name => context.Dataset(name).Source)]);
}
