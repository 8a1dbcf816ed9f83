using DataPlatform.Hosting;
using DataPlatform.Pipelines;

namespace Flights.Silver;

/// <summary><c>silver/weather</c>; grain: an airport and an hour; key: origin, observed_at; made anew by observation day.</summary>
internal static class WeatherTable
{
    private const string Day = "observation_date";
    private const string BronzeDay = "try_cast(concat(year, '-', month, '-', day) AS DATE)";

    public static void Update(JobContext context)
    {
        var run = context.Run;
        var (bronze, silver) = (run.Lake.Bronze("weather"), run.Lake.Silver("weather"));
        var update = PendingUpdate.Of(run, silver, bronze);
        if (update.IsNothing && run.Settings.LogicalDate is null)
        {
            update.Skip();
            return;
        }

        var dataset = context.Dataset("weather");
        var delivered = TableReader.Read(run, bronze);
        var slices = update.SlicesOf(Day, () => Deliveries.TouchedDays(delivered, update.SinceOf(bronze), BronzeDay));
        var rows = TypedRows.Of(dataset.Source, slices.Select(Deliveries.Current(delivered), BronzeDay)).SelectExpr(
        [
            "origin",
            "time_hour AS observed_at",
            "try_cast(concat(year, '-', month, '-', day) AS DATE) AS observation_date",
            "hour AS local_hour",
            "temp AS temperature_fahrenheit",
            "dewp AS dew_point_fahrenheit",
            "humid AS relative_humidity",
            "wind_dir AS wind_direction_degrees",
            "wind_speed AS wind_speed_mph",
            "wind_gust AS wind_gust_mph",
            "precip AS precipitation_inches",
            "pressure AS pressure_millibars",
            "visib AS visibility_miles",
            .. DeliveryColumns.Order,
        ]);
        var newest = Deduplication.KeepNewest(rows, dataset.Key, DeliveryColumns.Order).Drop([.. DeliveryColumns.Order]);
        TableWriter.Replace(run, silver, newest, slices, dataset.Expectations);
        update.Complete(slices.Texts);
    }
}
