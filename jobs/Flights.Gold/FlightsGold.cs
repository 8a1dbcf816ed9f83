using DataPlatform.Hosting;

namespace Flights.Gold;

/// <summary>Makes the star schema around <c>gold/fact_flight</c> and the marts over it.</summary>
public sealed class FlightsGold : IJob
{
    public void Run(JobContext context)
    {
        Dimensions.Carrier(context.Run);
        Dimensions.Airport(context.Run);
        Dimensions.Plane(context.Run);
        Dimensions.Date(context.Run);
        FlightFacts.Update(context.Run);
        Marts.CarrierDay(context);
        Marts.RouteMonth(context);
        Marts.WeatherDelay(context);
    }
}
