using System.Text.Json;

namespace Flights.Tests;

/// <summary>What arrives late, again, twice or changed gives the tables of one undisturbed delivery.</summary>
public sealed class DeliveryTests : IDisposable
{
    private readonly FlightsLake _lake = new();

    public void Dispose() => _lake.Dispose();

    [Fact]
    public void A_run_with_nothing_new_changes_no_table()
    {
        _lake.Land(1, 2);
        _lake.Run("flights");
        var report = _lake.Run("flights");
        Assert.All(Outcomes(report), outcome => Assert.Equal("unchanged", outcome.Operation));
        Assert.Equal(18, Outcomes(report).Count());
    }

    [Fact]
    public void Days_that_land_one_by_one_and_out_of_order_give_the_same_tables()
    {
        _lake.Land(1, 3);
        _lake.Run("flights");
        _lake.Land(1, 2, 3);
        _lake.Run("flights");
        AssertAsAtOnce(days: [1, 2, 3]);
    }

    [Fact]
    public void A_day_that_lands_again_or_under_another_name_is_not_doubled()
    {
        _lake.Land(1, 2);
        _lake.Run("flights");
        File.SetLastWriteTimeUtc(_lake.Landed("flights/flights-2013-01-01.csv"), new DateTime(2030, 1, 1));
        File.Copy(_lake.Landed("flights/flights-2013-01-02.csv"), _lake.Landed("flights/flights-2013-01-02 (copy).csv"));
        _lake.Run("flights");
        AssertAsAtOnce(days: [1, 2], layers: ["silver", "gold"]);
    }

    [Fact]
    public void A_corrected_day_takes_the_place_of_the_first()
    {
        _lake.Land(1, 2);
        _lake.Run("flights");
        _lake.Edit("flights/flights-2013-01-01.csv", text => text.Replace("2013,1,1,517,515,2,830,819,11,UA,1545,", "2013,1,1,525,515,10,830,819,11,UA,1545,"));
        _lake.Edit("flights/flights-2013-01-02.csv", text => text[..(text.TrimEnd().LastIndexOf('\n') + 1)]);
        _lake.Run("flights");
        Assert.Equal(10, _lake.Table("gold/fact_flight").Filter("flight_date = DATE'2013-01-01' AND carrier = 'UA' AND flight = 1545").First().GetAs<int>("departure_delay_minutes"));
        Assert.Equal(842 + 943 - 1, _lake.Table("gold/fact_flight").Count());
        Assert.Equal(842 + 943 - 1, _lake.Value<long>("gold/carrier_day", "sum(flights)"));
    }

    [Fact]
    public void A_changed_plane_gets_a_version_and_flights_the_one_of_their_day()
    {
        _lake.Land(1);
        _lake.Run("flights");
        _lake.Land(1, 2);
        _lake.Edit("planes/planes.csv", text => text.Replace("N11206,2000,Fixed wing multi engine,BOEING,737-824,2,149,", "N11206,2000,Fixed wing multi engine,BOEING,737-824,2,151,"));
        var report = _lake.Run("flights");
        Assert.Equal("replaced", Outcomes(report).Single(outcome => outcome.Table == "silver/planes").Operation);

        var versions = _lake.Table("gold/dim_plane").Filter("tail_number = 'N11206'").OrderBy("valid_from").SelectExpr("seats", "CAST(valid_from AS STRING)", "CAST(valid_to AS STRING)", "is_current").Collect();
        Assert.Equal(["149|1900-01-01|2013-01-02|False", "151|2013-01-02||True"], versions.Select(row => string.Join('|', row.Values)));

        var flown = _lake.Table("gold/fact_flight").Filter("tail_number = 'N11206'")
            .Join(_lake.Table("gold/dim_plane").Select("plane_key", "seats"), "plane_key")
            .Select("flight_date", "seats").Distinct().Collect().Select(row => string.Join('|', row.Values)).Order();
        Assert.Equal(["2013-01-01|149", "2013-01-02|151"], flown);
    }

    [Fact]
    public void A_plane_that_changes_while_no_day_lands_has_two_versions_too()
    {
        _lake.Land(1);
        _lake.Run("flights");
        _lake.Edit("planes/planes.csv", text => text.Replace("N11206,2000,Fixed wing multi engine,BOEING,737-824,2,149,", "N11206,2000,Fixed wing multi engine,BOEING,737-824,2,151,"));
        _lake.Run("flights");
        var versions = _lake.Table("gold/dim_plane").Filter("tail_number = 'N11206'").OrderBy("valid_from").SelectExpr("seats", "CAST(valid_from AS STRING)", "CAST(valid_to AS STRING)").Collect();
        Assert.Equal(["149|1900-01-01|2013-01-01", "151|2013-01-01|"], versions.Select(row => string.Join('|', row.Values)));
        Assert.Equal(842, _lake.Table("gold/fact_flight").Count());
    }

    [Fact]
    public void A_layer_made_anew_makes_the_next_one_anew()
    {
        _lake.Land(1);
        _lake.Run("flights");
        var before = _lake.Tables();
        _lake.Run("Flights.Silver", "--full-refresh");
        Assert.All(Outcomes(_lake.Run("Flights.Gold")), outcome => Assert.Equal("replaced", outcome.Operation));
        FlightsLake.AssertSame(before, _lake.Tables());
    }

    [Fact]
    public void A_new_airport_is_found_by_the_flights_of_before()
    {
        _lake.Land(1);
        _lake.Run("flights");
        Assert.NotEqual(0, _lake.Value<long>("gold/fact_flight", "count_if(destination = 'SJU' AND destination_airport_key = -1)"));
        File.AppendAllText(_lake.Landed("airports/airports.csv"), "SJU,Luis Munoz Marin Intl,18.43917,-66.00183,9,-4,N,America/Puerto_Rico\n");
        _lake.Run("flights");
        Assert.Equal(0, _lake.Value<long>("gold/fact_flight", "count_if(destination = 'SJU' AND destination_airport_key = -1)"));
        Assert.Equal(842, _lake.Table("gold/fact_flight").Count());
    }

    [Fact]
    public void A_logical_date_sees_what_was_delivered_by_then_and_makes_its_day_again()
    {
        _lake.Land(1, 2, 3);
        _lake.Run("flights", "--date", "2013-01-02");
        Assert.Equal(842 + 943, _lake.Table("gold/fact_flight").Count());
        var before = _lake.Tables();
        var report = _lake.Run("Flights.Silver", "--date", "2013-01-02");
        Assert.Equal("replaced", Outcomes(report).Single(outcome => outcome.Table == "silver/flights").Operation);
        FlightsLake.AssertSame(before, _lake.Tables());
        _lake.Run("flights");
        AssertAsAtOnce(days: [1, 2, 3], layers: ["gold"]);
    }

    [Fact]
    public void A_full_refresh_makes_every_table_anew_and_the_same()
    {
        _lake.Land(1, 2);
        _lake.Run("flights");
        var before = _lake.Tables();
        var report = _lake.Run("flights", "--full-refresh");
        Assert.All(Outcomes(report), outcome => Assert.Equal("replaced", outcome.Operation));
        FlightsLake.AssertSame(before, _lake.Tables());
        Assert.All(Outcomes(_lake.Run("flights")), outcome => Assert.Equal("unchanged", outcome.Operation));
    }

    [Fact]
    public void Wind_that_cannot_be_is_quarantined()
    {
        _lake.Land(1);
        _lake.Edit("weather/weather-2013-01-01.jsonl", text => text.Replace("\"wind_speed\":10.357019999999999,", "\"wind_speed\":1048.36058,", StringComparison.Ordinal));
        var report = _lake.Run("flights");
        var weather = Outcomes(report).Single(outcome => outcome.Table == "silver/weather");
        var refused = _lake.Table("silver/weather_quarantine");
        Assert.Equal(refused.Count(), weather.Quarantined);
        Assert.Equal(3, refused.Count());
        Assert.Equal("wind_is_possible", refused.SelectExpr("concat_ws(',', _failed_expectations)").First().GetAs<string>(0));
        Assert.Equal(0, _lake.Table("silver/weather").Filter("wind_speed_mph > 250").Count());
    }

    private static IEnumerable<(string Table, string Operation, long Quarantined)> Outcomes(JsonElement report) =>
        report.GetProperty("jobs").EnumerateArray().SelectMany(job => job.GetProperty("tables").EnumerateArray())
            .Select(table => (table.GetProperty("table").GetString()!, table.GetProperty("operation").GetString()!, table.GetProperty("rows_quarantined").GetInt64()));

    private void AssertAsAtOnce(int[] days, string[]? layers = null)
    {
        using var undisturbed = new FlightsLake();
        undisturbed.Land(days);
        undisturbed.Run("flights");
        FlightsLake.AssertSame(undisturbed.Tables(layers ?? []), _lake.Tables(layers ?? []));
    }
}
