using DataPlatform.Pipelines;
using Microsoft.Spark.Sql;

namespace Benchmarks;

/// <summary>Ingestion of the platform's library into an empty lake.</summary>
internal sealed class PlatformIngestion : IContender
{
    private static readonly FileSource Orders = new("orders", "orders", FileFormat.Csv)
    {
        Files = "*.csv",
        Columns = [new("id", "bigint"), new("customer", "string"), new("amount", "decimal(10,2)"), new("day", "date")],
    };

    public void Arrange(string input, string output)
    {
    }

    public void Run(string input, string output)
    {
        using var run = new RunContext(
            new RunSettings("benchmark", new Lake(Path.Combine(output, "lake")), input), Session, new RunLog(TextWriter.Null, TimeProvider.System), TimeProvider.System);
        new Ingestion(run).Run(Orders);
        run.Updates.Save();
    }

    public Dictionary<string, long> Check(string output)
    {
        var row = Session().Read().Format("delta").Load(Path.Combine(output, "lake", "bronze", "orders")).SelectExpr("count(*)", "sum(CAST(id AS BIGINT))").First();
        return new() { ["rows"] = row.GetAs<long>(0), ["ids"] = row.GetAs<long>(1) };
    }

    private static SparkSession Session() => SparkSession.Builder().Master("embedded").GetOrCreate();
}
