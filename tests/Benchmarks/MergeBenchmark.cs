using System.Globalization;

namespace Benchmarks;

/// <summary>
/// A merge that changes 1 % of a Delta table of 10 million rows (updates by key, spread over the whole table) against a full rewrite of the same file by plain DuckDB SQL. The table is made
/// before and not timed.
/// </summary>
internal static class MergeBenchmark
{
    public static void Run(int scale)
    {
        var rows = (10_000_000 / scale).ToString(CultureInfo.InvariantCulture);
        var table = Path.Combine(Places.Scratch, "merge-table");
        void Make()
        {
            Places.Empty("merge-table");
            Child.Run(["merge-make", table, rows]);
        }

        var what = string.Create(CultureInfo.InvariantCulture, $"1 % into {int.Parse(rows, CultureInfo.InvariantCulture):#,0} rows");
        Measurement.Report("merge", $"DeltaTable.Merge of {what}", 3, Make, () => Measurement.Self("merge", table, rows));
        Make();
        Measurement.Report("merge", "full rewrite by plain DuckDB SQL", 3, () => Places.Empty("merge-plain"), () => Measurement.Self("merge-plain", table, rows, Path.Combine(Places.Scratch, "merge-plain")));
    }
}
