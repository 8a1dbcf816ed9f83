using System.Globalization;

namespace Benchmarks;

/// <summary>Two contenders for the same work, the platform and plain DuckDB.</summary>
internal static class Duel
{
    private const double Megabyte = 1 << 20;

    public static MarkdownTable Table(string what) => new(what, "first run, s", "median of later runs, s", "peak after the first, MB", "peak in all, MB");

    /// <summary>Measures both, checks that they agree, and adds a row for each and one for the ratio.</summary>
    /// <exception cref="BenchmarkException">One failed, or they do not agree.</exception>
    public static Measurement Fight(MarkdownTable table, string scenario, string label, string input, string output, int repeats)
    {
        var duckDb = Child.Measure($"{scenario}-duckdb", input, Path.Combine(output, "duckdb"), repeats);
        var platform = Child.Measure($"{scenario}-platform", input, Path.Combine(output, "platform"), repeats);
        if (platform.Facts.Any(fact => duckDb.Facts.GetValueOrDefault(fact.Key) != fact.Value))
        {
            throw new BenchmarkException($"{label}: the platform gives {Text(platform)}, DuckDB {Text(duckDb)}.");
        }

        Add(table, $"{label}: the platform", platform);
        Add(table, $"{label}: plain DuckDB", duckDb);
        table.Add(
            $"{label}: ratio",
            MarkdownTable.Times(platform.FirstSeconds / duckDb.FirstSeconds),
            MarkdownTable.Times(platform.Median / duckDb.Median),
            MarkdownTable.Times((double)platform.FirstPeak / duckDb.FirstPeak),
            MarkdownTable.Times((double)platform.Peak / duckDb.Peak));
        return platform;
    }

    private static void Add(MarkdownTable table, string label, Measurement measured) => table.Add(
        label, MarkdownTable.Seconds(measured.FirstSeconds), MarkdownTable.Seconds(measured.Median), Megabytes(measured.FirstPeak), Megabytes(measured.Peak));

    private static string Megabytes(long bytes) => (bytes / Megabyte).ToString("0", CultureInfo.InvariantCulture);

    private static string Text(Measurement measured) => string.Join(", ", measured.Facts.Select(fact => $"{fact.Key} {fact.Value}"));
}
