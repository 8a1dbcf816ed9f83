using DataPlatform.Hosting;
using DataPlatform.Pipelines;
using static Microsoft.Spark.Sql.Functions;

namespace Flights.Weekdays;

/// <summary>Makes gold/weekday_delay; grain and key: weekday, 1 for Sunday.</summary>
public sealed class WeekdayDelay : IJob
{
    public void Run(JobContext context)
    {
        var flights = context.Spark.Read().Format("delta").Load(context.Lake.Gold("fact_flight").Path);
        var byWeekday = flights
            .Filter(Col("is_cancelled") == false)
            .GroupBy(DayOfWeek(Col("flight_date")).As("weekday"))
            .Agg(Count(Lit(1)).As("departures"), Avg("departure_delay_minutes").As("mean_departure_delay"));

        Expectation[] expected =
        [
            new("has_weekday", "weekday BETWEEN 1 AND 7", ExpectationAction.Fail),
            new("is_plausible", "mean_departure_delay BETWEEN -60 AND 600", ExpectationAction.Warn),
        ];
        TableWriter.Synchronize(context.Run, context.Lake.Gold("weekday_delay"), byWeekday, "weekday", expected, isFull: false);
    }
}
