using DataPlatform.Hosting;

namespace Flights.Gold;

/// <summary>Makes the star schema around <c>gold/fact_flight</c> and the marts over it.</summary>
public sealed class FlightsGold : IJob
{
    public void Run(JobContext context)
    {
        var run = context.Run;
        run.InParallel(() => Dimensions.Carrier(run), () => Dimensions.Airport(run), () => Dimensions.Plane(run), () => Dimensions.Date(run));
        FlightFacts.Update(run);
        run.InParallel(() => Marts.CarrierDay(context), () => Marts.RouteMonth(context), () => Marts.WeatherDelay(context));
    }
}
