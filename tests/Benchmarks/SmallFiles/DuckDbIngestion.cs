namespace Benchmarks;

/// <summary>The same files read as text, with their names and no detection of columns, into one Parquet file.</summary>
internal sealed class DuckDbIngestion : IContender
{
    public void Arrange(string input, string output)
    {
    }

    public void Run(string input, string output)
    {
        using var duckDb = new DuckDb();
        duckDb.Execute(
            $$"""
            COPY (SELECT * FROM read_csv('{{input}}/orders/*.csv', auto_detect = false, header = true, filename = true,
                    columns = {id: 'VARCHAR', customer: 'VARCHAR', amount: 'VARCHAR', day: 'VARCHAR'}))
            TO '{{output}}/orders.parquet' (FORMAT parquet)
            """);
    }

    public Dictionary<string, long> Check(string output)
    {
        using var duckDb = new DuckDb();
        var rows = $"read_parquet('{output}/orders.parquet')";
        return new() { ["rows"] = duckDb.Number($"SELECT count(*) FROM {rows}"), ["ids"] = duckDb.Number($"SELECT sum(CAST(id AS BIGINT)) FROM {rows}") };
    }
}
