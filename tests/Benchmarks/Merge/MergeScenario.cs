using System.Globalization;
using Microsoft.Spark.Sql;

namespace Benchmarks;

/// <summary>
/// A merge of 1 % changed rows (nine in ten updates, one in ten new) into a Delta table of 10 million rows, made by ten appends, against a full rewrite of the table's
/// Parquet files by DuckDB: a COPY of the rows joined with the changes. Two kinds of changes: spread over all keys, so that every file has some, and recent ones, among the last
/// hundredth and a tenth of the keys, so that one file has them all. Timed: the merge with its commit, the COPY; first run from the start of the process, 2 later runs in the same
/// process, each on its own copy of the table; medians of three processes. Not timed: making and copying the table, making the changes.
/// </summary>
internal sealed class MergeScenario : IScenario
{
    private const int Rows = 10_000_000;
    private const int Appends = 10;
    private const int Repeats = 2;

    /// <summary>Nine updates in a thousand rows, evenly over all keys.</summary>
    private const int SpreadStep = 1000 / 9;

    public string Name => "merge";

    public string Method =>
        "1 % of changes, nine in ten updates and one in ten new rows, into a table made by ten appends in the order of its key; DuckDB rewrites all of it. *Spread*: the changed keys lie in all files. *Recent*: they lie in the last one. Medians over three processes.";

    public MarkdownTable Run(BenchmarkOptions options, string folder)
    {
        var rows = Rows / options.Scale;
        MakeTable(folder, rows);
        var table = Duel.Table("merge");
        foreach (var (kind, key) in ((string, string)[])[("spread", $"i * {SpreadStep}"), ("recent", $"{rows - (rows / 50)} + i")])
        {
            var input = Path.Combine(folder, kind);
            Directory.CreateDirectory(input);
            MakeChanges(input, rows, key);
            Directory.CreateSymbolicLink(Path.Combine(input, "table"), Path.Combine(folder, "table"));
            Duel.Fight(table, Name, string.Create(CultureInfo.InvariantCulture, $"1 % {kind} into {rows:#,0}"), input, Path.Combine(input, "output"), options, Repeats);
        }

        return table;
    }

    private static void MakeTable(string folder, int rows)
    {
        var spark = SparkSession.Builder().Master("embedded").GetOrCreate();
        var step = rows / Appends;
        for (var append = 0; append < Appends; append++)
        {
            var last = append == Appends - 1 ? rows : (append + 1) * step;
            var path = Path.Combine(folder, "append.parquet");
            using (var duckDb = new DuckDb())
            {
                duckDb.Execute($"COPY (SELECT {Columns("i", 0)} FROM range({append * step}, {last}) t(i)) TO '{path}' (FORMAT parquet)");
            }

            spark.Read().Parquet(path).Write().Format("delta").Mode("append").Save(Path.Combine(folder, "table"));
            File.Delete(path);
        }

        spark.Stop();
    }

    private static void MakeChanges(string folder, int rows, string key)
    {
        var (updates, inserts) = (rows / 1000 * 9, rows / 1000);
        using var duckDb = new DuckDb();
        duckDb.Execute(
            $"COPY (SELECT {Columns(key, 1)} FROM range({updates}) t(i) UNION ALL SELECT {Columns($"{rows} + i", 1)} FROM range({inserts}) t(i)) TO '{folder}/changes.parquet' (FORMAT parquet)");
    }

    /// <summary>The columns of the table for a key, before or after a change.</summary>
    private static string Columns(string key, int change) =>
        $"""
        CAST({key} AS BIGINT) AS id, CAST(({key}) % 99991 AS INTEGER) AS customer, CAST(hash({key}) % 1000000 AS BIGINT) + {change} AS cents,
        ['open', 'paid', 'sent', 'back'][1 + ({key}) % 4] AS status, TIMESTAMPTZ '2013-01-01 00:00:00+00' + to_seconds(({key}) % 2592000) AS changed_at
        """;
}
