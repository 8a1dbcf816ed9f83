using DataPlatform.Hosting;
using Microsoft.Spark.Sql;

namespace Benchmarks;

/// <summary><c>conf/pipelines/flights.json</c> as its command runs it, in this process: options, configuration, jobs, log and report included.</summary>
/// <param name="options">Options of spark-submit.</param>
internal sealed class PlatformPipeline(params string[] options) : IContender
{
    public void Arrange(string input, string output)
    {
    }

    public void Run(string input, string output)
    {
        string[] arguments = ["submit", "--root", Repository.Root, .. options, "flights", "--landing", input, "--lake", Path.Combine(output, "lake")];
        if (typeof(JobHost).Assembly.EntryPoint!.Invoke(null, [arguments]) is not 0)
        {
            throw new BenchmarkException("The pipeline failed.");
        }
    }

    public Dictionary<string, long> Check(string output)
    {
        var facts = SparkSession.Builder().Master("embedded").GetOrCreate().Read().Format("delta").Load(Path.Combine(output, "lake", "gold", "fact_flight"));
        var row = facts
            .SelectExpr(
                "count(*)", "count(CASE WHEN is_cancelled THEN 1 END)", "sum(departure_delay_minutes)", "sum(unix_timestamp(departure_at))", "sum(unix_timestamp(arrival_at))")
            .First();
        return new()
        {
            ["rows"] = row.GetAs<long>(0),
            ["cancelled"] = row.GetAs<long>(1),
            ["minutes"] = row.GetAs<long>(2),
            ["departed"] = row.GetAs<long>(3),
            ["arrived"] = row.GetAs<long>(4),
        };
    }
}
