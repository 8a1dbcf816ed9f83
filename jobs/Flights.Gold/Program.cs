using DataPlatform.Hosting;
using Flights.Gold;

return JobHost.Run<FlightsGold>(args);
