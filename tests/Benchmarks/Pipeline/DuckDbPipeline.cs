namespace Benchmarks;

/// <summary>The statements of <c>pipeline.sql</c>, one after another.</summary>
internal sealed class DuckDbPipeline : IContender
{
    public void Arrange(string input, string output)
    {
    }

    public void Run(string input, string output)
    {
        using var script = new StreamReader(typeof(DuckDbPipeline).Assembly.GetManifestResourceStream("pipeline.sql")!);
        using var duckDb = new DuckDb();
        foreach (var statement in script.ReadToEnd().Replace("{landing}", input).Replace("{lake}", output).Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            duckDb.Execute(statement);
        }
    }

    public Dictionary<string, long> Check(string output)
    {
        using var duckDb = new DuckDb();
        long Sum(string expression) => duckDb.Number($"SELECT {expression} FROM read_parquet('{output}/gold_fact_flight.parquet')");
        return new()
        {
            ["rows"] = Sum("count(*)"),
            ["cancelled"] = Sum("count(*) FILTER (is_cancelled)"),
            ["minutes"] = Sum("sum(departure_delay_minutes)"),
            ["departed"] = Sum("sum(CAST(epoch(departure_at) AS BIGINT))"),
            ["arrived"] = Sum("sum(CAST(epoch(arrival_at) AS BIGINT))"),
        };
    }
}
