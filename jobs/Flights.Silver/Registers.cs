using DataPlatform.Hosting;
using DataPlatform.Pipelines;
using Microsoft.Spark.Sql;
using static Microsoft.Spark.Sql.Functions;

namespace Flights.Silver;

/// <summary>The registers that are delivered whole each time: airlines and airports as they are now (type 1), planes with their history (type 2).</summary>
internal static class Registers
{
    /// <summary><c>silver/airlines</c>; grain and key: carrier.</summary>
    public static void Airlines(JobContext context) => Update(context, "airlines", keepsHistory: false, Col("carrier"), Col("name"));

    /// <summary><c>silver/airports</c>; grain and key: faa. Time zones are IANA names; null where the source names none.</summary>
    public static void Airports(JobContext context) => Update(
        context,
        "airports",
        keepsHistory: false,
        Col("faa"),
        Col("name"),
        Col("lat").As("latitude"),
        Col("lon").As("longitude"),
        Col("alt").As("altitude_feet"),
        Col("tzone").As("time_zone"));

    /// <summary><c>silver/planes</c>; grain: a version of a tail number; key: tail_number, valid_from.</summary>
    public static void Planes(JobContext context) => Update(
        context,
        "planes",
        keepsHistory: true,
        Col("tailnum").As("tail_number"),
        Col("year").As("year_built"),
        Col("type"),
        Col("manufacturer"),
        Col("model"),
        Col("engines"),
        Col("seats"),
        Col("speed").As("speed_mph"),
        Col("engine"));

    /// <summary>Works a register out of all its deliveries; the first of the columns is its key.</summary>
    private static void Update(JobContext context, string name, bool keepsHistory, params Column[] columns)
    {
        var run = context.Run;
        var (bronze, silver) = (run.Lake.Bronze(name), run.Lake.Silver(name));
        var update = PendingUpdate.Of(run, silver, bronze);
        if (update.IsNothing)
        {
            update.Skip();
            return;
        }

        var dataset = context.Dataset(name);
        var deliveries = TypedRows.Of(dataset.Source, TableReader.Read(run, bronze)).Select([.. columns, .. DeliveryColumns.Order.Select(Col)]);
        var named = deliveries.Columns().SkipLast(DeliveryColumns.Order.Count).ToList();
        var dimension = new SlowlyChangingDimension([named[0]], named[1..], dataset.Source.Delivery);
        var rows = keepsHistory ? dimension.History(deliveries) : dimension.Latest(deliveries);
        update.Complete(TableWriter.Synchronize(run, silver, rows, named[0], dataset.Expectations, update.IsFull));
    }
}
