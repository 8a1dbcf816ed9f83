using DataPlatform.Pipelines;
using static Microsoft.Spark.Sql.Functions;

namespace Flights.Gold;

/// <summary>The dimensions. Each has the unknown member -1; keys follow from natural keys, so a rerun gives the same ones.</summary>
internal static class Dimensions
{
    /// <summary><c>gold/dim_carrier</c>; grain: a carrier; key: carrier_key.</summary>
    public static void Carrier(RunContext run) => Update(run, "dim_carrier", "airlines", "carrier_key", ["carrier"]);

    /// <summary><c>gold/dim_airport</c>; grain: an airport; key: airport_key.</summary>
    public static void Airport(RunContext run) => Update(run, "dim_airport", "airports", "airport_key", ["faa"]);

    /// <summary><c>gold/dim_plane</c>; grain: a version of a plane; key: plane_key.</summary>
    public static void Plane(RunContext run) => Update(run, "dim_plane", "planes", "plane_key", ["tail_number", HistoryColumns.ValidFrom]);

    /// <summary><c>gold/dim_date</c>; grain: a day, of all years in which flights are; key: date_key.</summary>
    public static void Date(RunContext run)
    {
        var (flights, dates) = (run.Lake.Silver("flights"), run.Lake.Gold("dim_date"));
        var update = PendingUpdate.Of(run, dates, flights);
        if (update.IsNothing)
        {
            update.Skip();
            return;
        }

        var years = TableReader.Read(run, flights).Agg(Min("flight_date").As("first"), Max("flight_date").As("last")).SelectExpr("year(first)", "year(last)").First();
        if (years.Get(0) is int first)
        {
            update.Complete(TableWriter.Synchronize(run, dates, DateDimension.Of(run.Spark, first, years.GetAs<int>(1)), "date_key", [], update.IsFull));
        }
    }

    /// <summary>Makes a dimension of a register. The first part of the natural key is what facts name.</summary>
    private static void Update(RunContext run, string name, string register, string key, string[] naturalKey)
    {
        var (silver, dimension) = (run.Lake.Silver(register), run.Lake.Gold(name));
        var update = PendingUpdate.Of(run, dimension, silver);
        if (update.IsNothing)
        {
            update.Skip();
            return;
        }

        var rows = TableReader.Read(run, silver);
        var keyed = rows.Select([SurrogateKey.Of(naturalKey).As(key), .. rows.Columns().Select(Col)]);
        update.Complete(TableWriter.Synchronize(
            run, dimension, UnknownMember.AddTo(run.Spark, keyed, key, naturalKey), naturalKey[0], [], update.IsFull));
    }
}
