using System.Globalization;

namespace Benchmarks;

/// <summary>
/// What the platform's client costs on Spark: all rows of a query, and their number, fetched by a .NET program over Spark Connect, against the same query within Spark, in a Spark of its own that is configured
/// alike. Timed: the call, from SQL text to the rows as objects in memory. Not timed: the start of either. The two take turns.
/// </summary>
internal sealed class SparkClientScenario : IScenario
{
    private const int Rows = 5_000_000;
    private const int Collects = 4;
    private const int Counts = 40;

    public string Name => "spark-client";

    public string Method =>
        "Rows of nine columns (numbers, text, decimals, days, instants, booleans, nulls) as objects in a .NET process, over Spark Connect, and in the heap of Spark's own driver, which has no client; and their count. "
        + "*The plan alone* computes the rows and drops them. Warm: the first call of each process is left out. Peaks are of all processes together, Spark's with a heap of up to 10 GB.";

    public string? Missing => LocalSpark.Missing;

    public MarkdownTable Run(BenchmarkOptions options, string folder)
    {
        var rows = Rows / options.Scale;
        var server = new Server(folder);
        var input = Directory.CreateDirectory(Path.Combine(folder, rows.ToString(CultureInfo.InvariantCulture))).FullName;
        var table = new MarkdownTable("Spark's client", "median, s", "fastest, s", "slowest, s", "peak, MB");
        Compare(table, server, "collect", "Collect", rows, input, options.Processes, options.Repeats ?? Collects);
        Add(table, "the plan alone, within Spark", server.Measure("plan", options.Repeats ?? Collects, ClientQuery.Sql(rows)));
        Compare(table, server, "count", "Count", rows, input, options.Processes, Counts);
        return table;
    }

    private void Compare(MarkdownTable table, Server server, string what, string call, int rows, string input, int turns, int repeats)
    {
        List<Measurement> clients = [], servers = [];
        for (var turn = 0; turn < turns; turn++)
        {
            clients.Add(Child.Measure($"{Name}-{what}", input, Path.Combine(Path.GetDirectoryName(input)!, $"{what}-{turn}"), repeats));
            servers.Add(server.Measure(what, repeats, ClientQuery.Sql(rows)));
        }

        var (client, within) = (Measurement.Of(clients), Measurement.Of(servers));
        if (client.Facts["rows"] != rows || client.Facts.Any(fact => within.Facts[fact.Key] != fact.Value))
        {
            throw new BenchmarkException($"{call} gives {client.Facts["rows"]} rows of {rows}, or others than the server's.");
        }

        var label = string.Create(CultureInfo.InvariantCulture, $"`{call}` of {rows:#,0} rows");
        Add(table, $"{label}: our client", client);
        Add(table, $"{label}: within Spark", within);
        table.Add($"{label}: ratio", MarkdownTable.Times(client.Later / within.Later), "", "", MarkdownTable.Times((double)client.Peak / within.Peak));
    }

    private static void Add(MarkdownTable table, string label, Measurement measured) => table.Add(
        label, MarkdownTable.Seconds(measured.Later), MarkdownTable.Seconds(measured.LaterSeconds.Min()), MarkdownTable.Seconds(measured.LaterSeconds.Max()), MarkdownTable.Megabytes(measured.Peak));
}
