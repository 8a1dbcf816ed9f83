namespace Flights.Tests;

/// <summary>February and March, counted over the published CSV files without any engine; the jobs know no month.</summary>
public sealed class LaterMonthsTests
{
    [SkippableTheory]
    [InlineData(2, 24_951, 1_261, 79, 256_251, 4_334, 33_956_593_955_700, 32_240_907_575_940, 33_956_870_751_180, 32_200_336_297_680, 2_009)]
    [InlineData(3, 28_834, 861, 71, 370_001, 4_590, 39_313_902_427_440, 38_140_330_046_820, 39_314_222_400_240, 38_099_729_320_080, 2_227)]
    public void A_month_adds_up(
        int month, long flights, long cancelled, long diverted, long delay, long planesUnknown, long scheduled, long departed, long dueIn, long arrived, long weather)
    {
        using var lake = new FlightsLake();
        PublishedMonth.Land(month, lake.Landing);
        lake.LandRegisters();
        lake.Run("flights");
        var facts = lake.Table("gold/fact_flight").SelectExpr(
            "count(*)", "count_if(is_cancelled)", "count_if(is_diverted)", "sum(departure_delay_minutes)", "count_if(plane_key = -1)",
            "sum(unix_seconds(scheduled_departure_at))", "sum(unix_seconds(departure_at))", "sum(unix_seconds(scheduled_arrival_at))", "sum(unix_seconds(arrival_at))");
        Assert.Equal([flights, cancelled, diverted, delay, planesUnknown, scheduled, departed, dueIn, arrived], facts.First().Values.Cast<long>());
        Assert.Equal(weather, lake.Table("silver/weather").Count());
    }
}
