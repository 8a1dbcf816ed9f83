namespace Flights.Tests;

/// <summary>The same jobs in process and on Spark leave the same tables, and take over each other's.</summary>
[Collection(nameof(SparkCollection))]
public sealed class TwoEnginesTests
{
    [SkippableFact]
    public void Three_months_on_both_engines_give_equal_tables()
    {
        SparkDriver.Require();
        using var embedded = new FlightsLake();
        foreach (var month in (int[])[1, 2, 3])
        {
            PublishedMonth.Land(month, embedded.Landing);
        }

        embedded.LandRegisters();
        using var spark = new FlightsLake(copyOf: embedded);
        embedded.Run("flights");

        spark.RunOnSpark("local[2]", "flights");

        FlightsLake.AssertSame(embedded.Tables(), spark.Tables());
        Assert.Equal(80_789, spark.Value<long>("gold/fact_flight", "count(*)"));
    }

    [SkippableFact]
    public void Engines_that_take_turns_give_the_tables_of_one()
    {
        SparkDriver.Require();
        using var one = new FlightsLake();
        using var turns = new FlightsLake();
        foreach (var day in (int[])[1, 2, 3, 4])
        {
            one.Land(day);
            one.Run("flights");
            turns.Land(day);
            if (day % 2 == 0)
            {
                turns.RunOnSpark("local[2]", "flights");
            }
            else
            {
                turns.Run("flights");
            }
        }

        FlightsLake.AssertSame(one.Tables(), turns.Tables());
    }
}
