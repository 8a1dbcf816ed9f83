using Microsoft.Spark.Sql;

namespace Flights.Tests;

/// <summary>Figures of January, counted over the published CSV files without any engine.</summary>
[Collection(JanuaryCollection.Name)]
public sealed class JanuaryTests(January january)
{
    [Theory]
    [InlineData("bronze/flights", 27_004)]
    [InlineData("bronze/weather", 2_226)]
    [InlineData("bronze/planes", 3_322)]
    [InlineData("bronze/airlines", 16)]
    [InlineData("bronze/airports", 1_458)]
    [InlineData("silver/flights", 27_004)]
    [InlineData("silver/weather", 2_226)]
    [InlineData("silver/planes", 3_322)]
    [InlineData("silver/airlines", 16)]
    [InlineData("silver/airports", 1_458)]
    [InlineData("gold/fact_flight", 27_004)]
    [InlineData("gold/dim_carrier", 17)]
    [InlineData("gold/dim_airport", 1_459)]
    [InlineData("gold/dim_plane", 3_323)]
    [InlineData("gold/dim_date", 366)]
    [InlineData("gold/carrier_day", 460)]
    [InlineData("gold/route_month", 186)]
    public void A_table_has_its_rows(string table, long rows) => Assert.Equal(rows, january.Lake.Table(table).Count());

    [Theory]
    [InlineData("count_if(is_cancelled)", 521)]
    [InlineData("count_if(is_diverted)", 85)]
    [InlineData("sum(departure_delay_minutes)", 265_801)]
    [InlineData("sum(arrival_delay_minutes)", 161_819)]
    [InlineData("count_if(plane_key = -1)", 4_479)]
    [InlineData("count_if(destination_airport_key = -1)", 680)]
    [InlineData("count_if(origin_airport_key = -1 OR carrier_key = -1 OR date_key = -1)", 0)]
    [InlineData("count_if(scheduled_departure_at IS NULL OR scheduled_arrival_at IS NULL)", 0)]
    [InlineData("count(arrival_at)", 26_468)]
    [InlineData("sum(unix_seconds(scheduled_departure_at))", 36_681_167_546_460)]
    [InlineData("sum(unix_seconds(departure_at))", 35_973_148_942_200)]
    [InlineData("sum(unix_seconds(scheduled_arrival_at))", 36_681_468_843_180)]
    [InlineData("sum(unix_seconds(arrival_at))", 35_953_064_564_040)]
    [InlineData("count(DISTINCT flight_date, carrier, flight, origin)", 27_004)]
    public void Facts_add_up(string expression, long expected) => Assert.Equal(expected, january.Lake.Value<long>("gold/fact_flight", expression));

    [Fact]
    public void United_is_as_published()
    {
        var united = january.Lake.Table("gold/carrier_day").Filter("carrier = 'UA'").SelectExpr(
            "sum(flights)", "round(sum(total_departure_delay_minutes) / sum(departures), 3)", "round(sum(arrivals_on_time) / sum(arrivals) * 100, 2)").First();
        Assert.Equal((4_637L, 8.326, 78.13), (united.GetAs<long>(0), united.GetAs<double>(1), united.GetAs<double>(2)));
    }

    [Theory]
    [InlineData("fair", 21_741, 179_108)]
    [InlineData("strong wind", 2_100, 39_630)]
    [InlineData("precipitation", 1_167, 15_174)]
    [InlineData("low visibility", 1_944, 31_612)]
    [InlineData("no observation", 52, 277)]
    public void Weather_is_that_of_the_scheduled_hour(string weather, long flights, long delay)
    {
        var row = january.Lake.Table("gold/weather_delay").Filter(Functions.Col("weather") == weather).SelectExpr("sum(flights)", "sum(total_departure_delay_minutes)").First();
        Assert.Equal((flights, delay), (row.GetAs<long>(0), row.GetAs<long>(1)));
    }

    [Theory]
    [InlineData("HA", 51, 1, "2013-01-01T14:00:00Z", "2013-01-01T13:57:00Z", "2013-01-02T01:30:00Z", "2013-01-02T01:16:00Z")] // Honolulu: five hours behind New York
    [InlineData("B6", 707, 1, "2013-01-02T04:59:00Z", "2013-01-02T04:53:00Z", "2013-01-02T08:42:00Z", "2013-01-02T08:18:00Z")] // San Juan: not in airports.csv, an hour ahead
    [InlineData("UA", 1180, 1, "2013-01-02T02:08:00Z", "2013-01-02T02:02:00Z", "2013-01-02T05:58:00Z", "2013-01-02T05:46:00Z")]
    public void Clock_readings_are_instants(string carrier, int flight, int day, string scheduled, string departed, string dueIn, string arrived)
    {
        var row = january.Lake.Table("silver/flights")
            .Filter($"carrier = '{carrier}' AND flight = {flight} AND flight_date = DATE'2013-01-{day:00}'")
            .SelectExpr(((string[])["scheduled_departure_at", "departure_at", "scheduled_arrival_at", "arrival_at"]).Select(column => $"date_format({column}, \"yyyy-MM-dd'T'HH:mm:ss'Z'\")").ToArray())
            .First();
        Assert.Equal([scheduled, departed, dueIn, arrived], row.Values);
    }

    [Fact]
    public void All_expectations_but_the_missing_time_zones_are_met()
    {
        var failed = january.Report.GetProperty("jobs").EnumerateArray()
            .SelectMany(job => job.GetProperty("tables").EnumerateArray())
            .Where(table => table.TryGetProperty("expectations", out _))
            .SelectMany(table => table.GetProperty("expectations").EnumerateArray())
            .Where(result => result.GetProperty("failed").GetInt64() > 0)
            .Select(result => $"{result.GetProperty("name").GetString()} {result.GetProperty("failed").GetInt64()}");
        Assert.Equal(["has_time_zone 3"], failed);
        Assert.Equal(3, january.Lake.Table("ops/expectations").Filter("expectation = 'has_time_zone'").SelectExpr("failed").First().GetAs<long>(0));
    }

    [Fact]
    public void The_report_is_kept()
    {
        var run = january.Lake.Table("ops/runs").Filter(Functions.Col("run_id") == january.Report.GetProperty("run_id").GetString()!).First();
        Assert.Equal(("flights", 0), (run.GetAs<string>("job"), run.GetAs<int>("exit_code")));
        Assert.Contains("\"table\":\"gold/fact_flight\"", run.GetAs<string>("report"));
    }
}
