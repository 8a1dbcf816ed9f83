using System.Globalization;

namespace Benchmarks;

/// <summary>Two contenders for the same work, the platform and plain DuckDB.</summary>
internal static class Duel
{
    private const double Megabyte = 1 << 20;

    public static MarkdownTable Table(string what) => new(what, "first runs, s", "later runs, s", "peak after the first, MB", "peak in all, MB");

    private const int Processes = 3;

    /// <summary>Measures both, each in three processes that take turns, checks that they agree, and adds a row for each and one for the ratio.</summary>
    /// <exception cref="BenchmarkException">One failed, or they do not agree.</exception>
    public static Measurement Fight(MarkdownTable table, string scenario, string label, string input, string output, int repeats)
    {
        List<Measurement> duckDbs = [], platforms = [];
        for (var process = 0; process < Processes; process++)
        {
            duckDbs.Add(Measure($"{scenario}-duckdb", input, output, repeats));
            platforms.Add(Measure($"{scenario}-platform", input, output, repeats));
        }

        var (duckDb, platform) = (Measurement.Of(duckDbs), Measurement.Of(platforms));
        if (platform.Facts.Any(fact => duckDb.Facts.GetValueOrDefault(fact.Key) != fact.Value))
        {
            throw new BenchmarkException($"{label}: the platform gives {Text(platform)}, DuckDB {Text(duckDb)}.");
        }

        Add(table, $"{label}: the platform", platform);
        Add(table, $"{label}: plain DuckDB", duckDb);
        table.Add(
            $"{label}: ratio",
            MarkdownTable.Times(platform.First / duckDb.First),
            MarkdownTable.Times(platform.Later / duckDb.Later),
            MarkdownTable.Times((double)platform.FirstPeak / duckDb.FirstPeak),
            MarkdownTable.Times((double)platform.Peak / duckDb.Peak));
        return platform;
    }

    private static Measurement Measure(string contender, string input, string output, int repeats)
    {
        using var folder = new WorkFolder(output, contender);
        return Child.Measure(contender, input, folder.Path, repeats);
    }

    private static void Add(MarkdownTable table, string label, Measurement measured) => table.Add(
        label, MarkdownTable.Seconds(measured.First), MarkdownTable.Seconds(measured.Later), Megabytes(measured.FirstPeak), Megabytes(measured.Peak));

    private static string Megabytes(long bytes) => (bytes / Megabyte).ToString("0", CultureInfo.InvariantCulture);

    private static string Text(Measurement measured) => string.Join(", ", measured.Facts.Select(fact => $"{fact.Key} {fact.Value}"));
}
