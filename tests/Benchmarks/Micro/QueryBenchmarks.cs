using BenchmarkDotNet.Attributes;
using Microsoft.Spark.Sql;

namespace Benchmarks;

/// <summary>
/// What a small query costs: reading the SQL text and resolving it by Spark's rules, and running it, on no data to speak of. Opening a Delta table of a hundred commits and
/// counting its rows. Making the session and the table is not timed.
/// </summary>
[MemoryDiagnoser]
public class QueryBenchmarks
{
    private const int Commits = 100;
    private const string Query =
        "SELECT id % 7 AS day, count(*) AS flights, avg(CAST(id AS INT)) AS mean, sum(CASE WHEN id > 3 THEN 1 END) AS late FROM range(100) WHERE id <> 5 GROUP BY id % 7";

    private readonly string _table = Directory.CreateTempSubdirectory("benchmark-table").FullName;
    private readonly SparkSession _spark = SparkSession.Builder().Master("embedded").GetOrCreate();

    [GlobalSetup]
    public void MakeTable()
    {
        for (var commit = 0; commit < Commits; commit++)
        {
            _spark.Range(10).Write().Format("delta").Mode("append").Save(_table);
        }
    }

    [GlobalCleanup]
    public void DeleteTable() => Directory.Delete(_table, recursive: true);

    [Benchmark]
    public int AnalyzeQuery() => _spark.Sql(Query).Columns().Count;

    [Benchmark]
    public int RunQuery() => _spark.Sql(Query).Collect().Count();

    [Benchmark]
    public long CountDeltaTable() => _spark.Read().Format("delta").Load(_table).Count();
}
