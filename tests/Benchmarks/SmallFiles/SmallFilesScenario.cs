using System.Globalization;

namespace Benchmarks;

/// <summary>
/// Taking many small CSV files (10,000, ten rows each, in one folder) into a bronze table, against DuckDB reading the same files into one Parquet file. Timed: listing, reading and
/// writing; the first run from the start of the process; 2 later runs in the same process, each into an empty lake; medians of three processes. Not timed: making the files. The platform looks into
/// each file before it trusts it, checks each value's type, and records each file in a ledger, so that it is taken in once.
/// </summary>
internal sealed class SmallFilesScenario : IScenario
{
    private const int Files = 10_000;
    private const int RowsAFile = 10;
    private const int Repeats = 2;

    public string Name => "small-files";

    public string Method => "CSV files of ten rows each into one bronze table; DuckDB writes one Parquet file, and keeps no account of what it read. Medians over three processes.";

    public MarkdownTable Run(BenchmarkOptions options, string folder)
    {
        var files = Files / options.Scale;
        Land(Path.Combine(folder, "landing", "orders"), files);
        var table = Duel.Table("small files");
        var platform = Duel.Fight(table, Name, string.Create(CultureInfo.InvariantCulture, $"{files:#,0} files"), Path.Combine(folder, "landing"), folder, options, Repeats);
        return platform.Facts["rows"] == (long)files * RowsAFile ? table : throw new BenchmarkException($"{platform.Facts["rows"]} rows of {files * RowsAFile} arrived.");
    }

    private static void Land(string folder, int files)
    {
        Directory.CreateDirectory(folder);
        for (var file = 0; file < files; file++)
        {
            var rows = Enumerable.Range(file * RowsAFile, RowsAFile).Select(id => string.Create(CultureInfo.InvariantCulture, $"{id},customer {id % 997},{id % 100}.50,2013-01-{1 + (id % 31):00}"));
            File.WriteAllText(Path.Combine(folder, $"orders-{file:000000}.csv"), $"id,customer,amount,day\n{string.Join('\n', rows)}\n");
        }
    }
}
