using DataPlatform.Hosting;
using DataPlatform.Pipelines;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace Flights.Silver;

/// <summary>
/// <c>silver/flights</c>; grain: a scheduled flight; key: flight_date, carrier, flight, origin; made anew by flight day. Flights of a day are made again when they are
/// delivered, and when the time zone of an airport that they touch changes.
/// </summary>
internal static class FlightsTable
{
    private const string Day = "flight_date";
    private const string BronzeDay = "try_cast(concat(year, '-', month, '-', day) AS DATE)";

    public static void Update(JobContext context)
    {
        var run = context.Run;
        var (bronze, airports, silver) = (run.Lake.Bronze("flights"), run.Lake.Silver("airports"), run.Lake.Silver("flights"));
        var update = PendingUpdate.Of(run, silver, bronze, airports);
        if (update.IsNothing && run.Settings.LogicalDate is null)
        {
            update.Skip();
            return;
        }

        var dataset = context.Dataset("flights");
        var delivered = TableReader.Read(run, bronze);
        var slices = update.SlicesOf(Day, () =>
        [
            .. Deliveries.TouchedDays(delivered, update.SinceOf(bronze), BronzeDay),
            .. Deliveries.DaysNaming(run, silver, Day, update.ChangedIn(airports), "origin", "destination"),
        ]);
        if (slices.IsNone)
        {
            update.Skip();
            update.Complete(slices.Texts);
            return;
        }

        var typed = TypedRows.Of(dataset.Source, slices.Select(Deliveries.Current(delivered), BronzeDay));
        var zones = TimeZones(context, TableReader.Read(run, airports));
        var newest = Deduplication.KeepNewest(Named(typed), dataset.Key, DeliveryColumns.Order).Drop([.. DeliveryColumns.Order]);
        TableWriter.Replace(run, silver, FlightTimes.AddTo(newest, zones), slices, dataset.Expectations);
        update.Complete(slices.Texts);
    }

    private static DataFrame Named(DataFrame typed) => typed.SelectExpr(
    [
        "try_cast(concat(year, '-', month, '-', day) AS DATE) AS flight_date",
        "carrier",
        "flight",
        "tailnum AS tail_number",
        "origin",
        "dest AS destination",
        "time_hour AS scheduled_hour_at",
        "sched_dep_time AS scheduled_departure_clock",
        "dep_time AS departure_clock",
        "sched_arr_time AS scheduled_arrival_clock",
        "arr_time AS arrival_clock",
        "dep_delay AS departure_delay_minutes",
        "arr_delay AS arrival_delay_minutes",
        "air_time AS air_time_minutes",
        "distance AS distance_miles",
        "dep_time IS NULL AS is_cancelled",
        "dep_time IS NOT NULL AND arr_delay IS NULL AS is_diverted",
        .. DeliveryColumns.Order,
    ]);

    /// <summary>The time zone of each airport code: the register's, else that of the lookup, for airports that the register lacks.</summary>
    private static DataFrame TimeZones(JobContext context, DataFrame airports)
    {
        var registered = airports.Select("faa", "time_zone").Filter("time_zone IS NOT NULL");
        var added = context.Lookup("airport-time-zones").Select(zone => new GenericRow([zone.Key, zone.Value]));
        var others = context.Spark.CreateDataFrame(added.ToList(), StructType.FromDdl("faa STRING, time_zone STRING"));
        return registered.Union(others.Join(registered.Select("faa"), ["faa"], "left_anti"));
    }
}
