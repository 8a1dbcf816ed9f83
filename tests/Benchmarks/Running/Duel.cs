namespace Benchmarks;

/// <summary>Two contenders for the same work.</summary>
internal static class Duel
{
    private static readonly Side Platform = new("the platform", "platform");
    private static readonly Side DuckDb = new("plain DuckDB", "duckdb");

    public static MarkdownTable Table(string what) => new(what, "first runs, s", "later runs, s", "peak after the first, MB", "peak in all, MB");

    /// <summary>The platform against plain DuckDB.</summary>
    public static Measurement Fight(MarkdownTable table, string scenario, string label, string input, string output, BenchmarkOptions options, int repeats) =>
        Fight(table, scenario, label, Platform, DuckDb, input, output, options, repeats);

    /// <summary>
    /// Measures both, each in some processes that take turns, checks that they agree, and adds a row for each and one for the ratio. Gives what was measured of the subject.
    /// </summary>
    /// <exception cref="BenchmarkException">One failed, or they do not agree.</exception>
    public static Measurement Fight(MarkdownTable table, string scenario, string label, Side subject, Side rival, string input, string output, BenchmarkOptions options, int repeats)
    {
        repeats = options.Repeats ?? repeats;
        List<Measurement> rivals = [], subjects = [];
        for (var process = 0; process < options.Processes; process++)
        {
            rivals.Add(Measure($"{scenario}-{rival.Contender}", input, output, repeats));
            subjects.Add(Measure($"{scenario}-{subject.Contender}", input, output, repeats));
        }

        var (theirs, ours) = (Measurement.Of(rivals), Measurement.Of(subjects));
        if (ours.Facts.Any(fact => theirs.Facts.GetValueOrDefault(fact.Key) != fact.Value))
        {
            throw new BenchmarkException($"{label}: {subject.Name} gives {Text(ours)}, {rival.Name} {Text(theirs)}.");
        }

        Add(table, $"{label}: {subject.Name}", ours);
        Add(table, $"{label}: {rival.Name}", theirs);
        table.Add(
            $"{label}: ratio",
            MarkdownTable.Times(ours.First / theirs.First),
            MarkdownTable.Times(ours.Later / theirs.Later),
            MarkdownTable.Times((double)ours.FirstPeak / theirs.FirstPeak),
            MarkdownTable.Times((double)ours.Peak / theirs.Peak));
        return ours;
    }

    private static Measurement Measure(string contender, string input, string output, int repeats)
    {
        using var folder = new WorkFolder(output, contender);
        return Child.Measure(contender, input, folder.Path, repeats);
    }

    private static void Add(MarkdownTable table, string label, Measurement measured) => table.Add(
        label, MarkdownTable.Seconds(measured.First), MarkdownTable.Seconds(measured.Later), MarkdownTable.Megabytes(measured.FirstPeak), MarkdownTable.Megabytes(measured.Peak));

    private static string Text(Measurement measured) => string.Join(", ", measured.Facts.Select(fact => $"{fact.Key} {fact.Value}"));
}
