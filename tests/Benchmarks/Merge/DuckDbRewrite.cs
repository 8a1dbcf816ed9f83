namespace Benchmarks;

/// <summary>All rows joined with the changes, written anew.</summary>
internal sealed class DuckDbRewrite : IContender
{
    public void Arrange(string input, string output)
    {
    }

    public void Run(string input, string output)
    {
        using var duckDb = new DuckDb();
        duckDb.Execute(
            $"""
            COPY (SELECT id, if(s.id IS NULL, t.customer, s.customer) AS customer, if(s.id IS NULL, t.cents, s.cents) AS cents, if(s.id IS NULL, t.status, s.status) AS status,
                    if(s.id IS NULL, t.changed_at, s.changed_at) AS changed_at
                  FROM read_parquet('{input}/table/*.parquet') t FULL JOIN read_parquet('{input}/changes.parquet') s USING (id))
            TO '{output}/table.parquet' (FORMAT parquet)
            """);
    }

    public Dictionary<string, long> Check(string output)
    {
        using var duckDb = new DuckDb();
        long Sum(string expression) => duckDb.Number($"SELECT {expression} FROM read_parquet('{output}/table.parquet')");
        return new() { ["rows"] = Sum("count(*)"), ["ids"] = Sum("sum(id)"), ["cents"] = Sum("sum(cents)") };
    }
}
