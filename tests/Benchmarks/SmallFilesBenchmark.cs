using System.Globalization;

namespace Benchmarks;

/// <summary>
/// 10,000 CSV files of 10 rows ingested into a bronze table, ledger and all, against DuckDB reading the same files into one Parquet file with the name of each row's file.
/// </summary>
internal static class SmallFilesBenchmark
{
    public static void Run(int scale)
    {
        var landing = Places.Empty("small");
        var count = 10_000 / scale;
        Directory.CreateDirectory(Path.Combine(landing, "events"));
        for (var file = 0; file < count; file++)
        {
            var rows = Enumerable.Range(file * 10, 10).Select(id => string.Create(CultureInfo.InvariantCulture, $"{id},name-{id},{id * 0.5}"));
            File.WriteAllLines(Path.Combine(landing, "events", $"events-{file:00000}.csv"), rows.Prepend("id,name,value"));
        }

        var what = string.Create(CultureInfo.InvariantCulture, $"{count:#,0} files");
        Measurement.Report("small-files", $"ingestion of {what}", 3, () => Places.Empty("small-lake"), () => Measurement.Self("ingest", landing, Path.Combine(Places.Scratch, "small-lake")));
        Measurement.Report("small-files", $"plain DuckDB SQL over {what}", 3, () => Places.Empty("small-plain"), () => Measurement.Self("ingest-plain", landing, Path.Combine(Places.Scratch, "small-plain")));
    }
}
