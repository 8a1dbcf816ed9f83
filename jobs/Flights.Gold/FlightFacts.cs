using DataPlatform.Pipelines;
using Microsoft.Spark.Sql;
using static Microsoft.Spark.Sql.Functions;

namespace Flights.Gold;

/// <summary>
/// <c>gold/fact_flight</c>; grain: a scheduled flight; key: flight_date, carrier, flight, origin; made anew by flight day. Every flight is there: a carrier, airport or
/// plane that its register lacks, or that is not named, is the unknown member.
/// </summary>
internal static class FlightFacts
{
    public const string Day = "flight_date";

    public static void Update(RunContext run)
    {
        var (flights, facts) = (run.Lake.Silver("flights"), run.Lake.Gold("fact_flight"));
        var (carriers, airports, planes) = (run.Lake.Gold("dim_carrier"), run.Lake.Gold("dim_airport"), run.Lake.Gold("dim_plane"));
        var update = PendingUpdate.Of(run, facts, flights, carriers, airports, planes);
        if (update.IsNothing && run.Settings.LogicalDate is null)
        {
            update.Skip();
            return;
        }

        var slices = update.SlicesOf(Day, () =>
        [
            .. Slices.Parse(update.ChangedIn(flights)),
            .. Deliveries.DaysNaming(run, flights, Day, update.ChangedIn(carriers), "carrier"),
            .. Deliveries.DaysNaming(run, flights, Day, update.ChangedIn(airports), "origin", "destination"),
            .. Deliveries.DaysNaming(run, flights, Day, update.ChangedIn(planes), "tail_number"),
        ]);
        if (slices.IsNone)
        {
            update.Skip();
            update.Complete(slices.Texts);
            return;
        }

        TableWriter.Replace(run, facts, Facts(run, slices.Select(TableReader.Read(run, flights), Day)), slices, []);
        update.Complete(slices.Texts);
    }

    private static DataFrame Facts(RunContext run, DataFrame flights)
    {
        var carrier = new DimensionLookup(TableReader.Read(run, run.Lake.Gold("dim_carrier")), "carrier", "carrier_key");
        var airport = new DimensionLookup(TableReader.Read(run, run.Lake.Gold("dim_airport")), "faa", "airport_key");
        var plane = new DimensionLookup(TableReader.Read(run, run.Lake.Gold("dim_plane")), "tail_number", "plane_key");
        var keyed = carrier.Add(flights, "carrier", "carrier_key");
        keyed = airport.Add(keyed, "origin", "origin_airport_key");
        keyed = airport.Add(keyed, "destination", "destination_airport_key");
        keyed = plane.AddAt(keyed, "tail_number", Day, "plane_key");
        return keyed.Select(
        [
            Expr(DateDimension.KeyOf(Day)).As("date_key"),
            .. Columns(
                "carrier_key", "origin_airport_key", "destination_airport_key", "plane_key", Day, "carrier", "flight", "tail_number", "origin", "destination",
                "scheduled_departure_at", "departure_at", "scheduled_arrival_at", "arrival_at", "departure_delay_minutes", "arrival_delay_minutes", "air_time_minutes",
                "distance_miles", "is_cancelled", "is_diverted"),
        ]);
    }

    private static IEnumerable<Column> Columns(params string[] names) => names.Select(Col);
}
