using DataPlatform.Hosting;
using Flights.Silver;

return JobHost.Run<FlightsSilver>(args);
