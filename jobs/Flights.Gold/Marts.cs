using DataPlatform.Hosting;
using DataPlatform.Pipelines;
using Microsoft.Spark.Sql;
using static Microsoft.Spark.Sql.Functions;

namespace Flights.Gold;

/// <summary>Facts grouped for those who ask the same every day. What is counted stands in <c>conf/measures/flights.json</c>.</summary>
internal static class Marts
{
    private const string Month = "flight_month";
    private const string MonthOfDay = "CAST(trunc(flight_date, 'MM') AS DATE)";

    private static readonly string[] Counts =
    [
        "flights", "cancelled_flights", "diverted_flights", "departures", "arrivals", "total_departure_delay_minutes", "mean_departure_delay_minutes",
        "mean_arrival_delay_minutes", "arrivals_on_time", "on_time_arrival_rate", "cancellation_rate",
    ];

    /// <summary><c>gold/carrier_day</c>; grain and key: carrier, flight_date.</summary>
    public static void CarrierDay(JobContext context) => Update(
        context, "carrier_day", FlightFacts.Day, ["carrier", "carrier_key", FlightFacts.Day], Counts, facts => facts);

    /// <summary><c>gold/route_month</c>; grain and key: origin, destination, flight_month, the first day of the month.</summary>
    public static void RouteMonth(JobContext context) => Update(
        context, "route_month", Month, ["origin", "destination", Month], [.. Counts, "mean_air_time_minutes"], facts => facts.WithColumn(Month, Expr(MonthOfDay)));

    /// <summary>
    /// <c>gold/weather_delay</c>; grain and key: origin, flight_month, weather: what the weather was at the origin in the scheduled hour; the first that holds of
    /// low visibility (less than 3 miles), precipitation, strong wind (20 mph or more), fair; or no observation.
    /// </summary>
    public static void WeatherDelay(JobContext context) => Update(
        context, "weather_delay", Month, ["origin", Month, "weather"], Counts, facts => WithWeather(context.Run, facts).WithColumn(Month, Expr(MonthOfDay)), context.Lake.Silver("weather"));

    private static void Update(
        JobContext context, string name, string slice, string[] groups, string[] measures, Func<DataFrame, DataFrame> prepare, params LakeTable[] others)
    {
        var run = context.Run;
        var (facts, mart) = (run.Lake.Gold("fact_flight"), run.Lake.Gold(name));
        var update = PendingUpdate.Of(run, mart, [facts, .. others]);
        if (update.IsNothing && run.Settings.LogicalDate is null)
        {
            update.Skip();
            return;
        }

        var days = update.SlicesOf(FlightFacts.Day, () => Slices.Parse(others.Append(facts).SelectMany(update.ChangedIn)));
        var slices = slice == Month ? days.ByMonth(Month) : days;
        if (!slices.IsNone)
        {
            var rows = slices.Select(TableReader.Read(run, facts), slice == Month ? MonthOfDay : FlightFacts.Day);
            TableWriter.Replace(run, mart, context.Measures("flights").Aggregate(prepare(rows), groups, measures), slices, []);
        }

        update.Complete(slices.Texts);
    }

    private static DataFrame WithWeather(RunContext run, DataFrame facts)
    {
        var weather = TableReader.Read(run, run.Lake.Silver("weather")).Select(
            Col("origin").As("__airport"), Col("observed_at"), Col("visibility_miles"), Col("precipitation_inches"), Col("wind_speed_mph"));
        return facts
            .Join(weather, Col("origin") == Col("__airport") & Expr("date_trunc('HOUR', scheduled_departure_at)") == Col("observed_at"), "left_outer")
            .WithColumn("weather", Expr(
                """
                CASE WHEN observed_at IS NULL THEN 'no observation'
                     WHEN visibility_miles < 3 THEN 'low visibility'
                     WHEN precipitation_inches > 0 THEN 'precipitation'
                     WHEN wind_speed_mph >= 20 THEN 'strong wind'
                     ELSE 'fair' END
                """));
    }
}
