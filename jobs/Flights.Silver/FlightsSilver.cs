using DataPlatform.Hosting;

namespace Flights.Silver;

/// <summary>Makes <c>silver/{airlines,airports,planes,weather,flights}</c> from bronze. Flights come after airports: their instants need the airports' time zones.</summary>
public sealed class FlightsSilver : IJob
{
    public void Run(JobContext context) => context.Run.InParallel(
        () => Registers.Airlines(context),
        () => Registers.Planes(context),
        () =>
        {
            Registers.Airports(context);
            FlightsTable.Update(context);
        },
        () => WeatherTable.Update(context));
}
