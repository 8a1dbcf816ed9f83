using Microsoft.Spark.Sql;
using static Microsoft.Spark.Sql.Functions;

namespace Flights.Silver;

/// <summary>
/// Turns local clock readings into instants. A reading is a number hhmm in the airport's own time zone, 2400 being midnight at the day's end; the scheduled departure is
/// on the flight's day. The departure's reading is on the day that brings it nearest to the scheduled one plus the delay; an arrival's reading is the first one after
/// the departure's reading, so on the next day where the clock shows less.
/// </summary>
internal static class FlightTimes
{
    private const int MinutesADay = 1440;

    /// <summary>
    /// Adds <c>scheduled_departure_at</c>, <c>departure_at</c>, <c>scheduled_arrival_at</c> and <c>arrival_at</c>; null where there is no reading or no time zone.
    /// </summary>
    /// <param name="flights">The flights.</param>
    /// <param name="zones">A row an airport code: <c>faa</c>, <c>time_zone</c>, an IANA name.</param>
    public static DataFrame AddTo(DataFrame flights, DataFrame zones)
    {
        var columns = flights.Columns();
        return flights
            .Join(zones.Select(Col("faa").As("__origin"), Col("time_zone").As("__origin_zone")), Col("origin") == Col("__origin"), "left_outer")
            .Join(zones.Select(Col("faa").As("__destination"), Col("time_zone").As("__destination_zone")), Col("destination") == Col("__destination"), "left_outer")
            .WithColumn("__scheduled", Expr(Minutes("scheduled_departure_clock")))
            .WithColumn("__departed", Expr(Departed()))
            .SelectExpr(
            [
                .. columns,
                $"{Instant("__scheduled", "__origin_zone")} AS scheduled_departure_at",
                $"{Instant("__departed", "__origin_zone")} AS departure_at",
                $"{Instant(FirstAfter("__scheduled", Minutes("scheduled_arrival_clock")), "__destination_zone")} AS scheduled_arrival_at",
                $"{Instant(FirstAfter("__departed", Minutes("arrival_clock")), "__destination_zone")} AS arrival_at",
            ]);
    }

    /// <summary>Minutes since midnight: 40 of each hundred are no minutes.</summary>
    private static string Minutes(string clock) => $"({clock} - 40 * CAST({clock} DIV 100 AS INT))";

    private static string Departed()
    {
        var minutes = Minutes("departure_clock");
        return $"{minutes} + {MinutesADay} * CAST(round((__scheduled + coalesce(departure_delay_minutes, 0) - {minutes}) / {MinutesADay}) AS INT)";
    }

    /// <summary>Minutes since the flight's midnight of the first reading at or after another.</summary>
    private static string FirstAfter(string before, string minutes) =>
        $"({minutes} + {MinutesADay} * CAST(floor({before} / {MinutesADay}) AS INT) + CASE WHEN {minutes} < pmod({before}, {MinutesADay}) THEN {MinutesADay} ELSE 0 END)";

    /// <summary>The instant at which clocks of a time zone show so many minutes since the flight's midnight.</summary>
    private static string Instant(string minutes, string zone) =>
        $"to_utc_timestamp(timestamp_seconds(CAST(datediff(flight_date, DATE'1970-01-01') AS BIGINT) * 86400 + {minutes} * 60), {zone})";
}
