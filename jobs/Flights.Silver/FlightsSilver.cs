using DataPlatform.Hosting;

namespace Flights.Silver;

/// <summary>Makes <c>silver/{airlines,airports,planes,weather,flights}</c> from bronze. Flights come last: their instants need the airports' time zones.</summary>
public sealed class FlightsSilver : IJob
{
    public void Run(JobContext context)
    {
        Registers.Airlines(context);
        Registers.Airports(context);
        Registers.Planes(context);
        WeatherTable.Update(context);
        FlightsTable.Update(context);
    }
}
