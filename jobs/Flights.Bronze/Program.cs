using DataPlatform.Hosting;
using Flights.Bronze;

return JobHost.Run<FlightsBronze>(args);
