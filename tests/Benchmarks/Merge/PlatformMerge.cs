using Microsoft.Spark.Extensions.Delta.Tables;
using Microsoft.Spark.Sql;

namespace Benchmarks;

/// <summary><c>DeltaTable.Merge</c> on a copy of the table.</summary>
internal sealed class PlatformMerge : IContender
{
    public void Arrange(string input, string output)
    {
        var table = Path.Combine(input, "table");
        foreach (var file in Directory.EnumerateFiles(table, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(output, "table", Path.GetRelativePath(table, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Run(string input, string output)
    {
        var spark = SparkSession.Builder().Master("embedded").GetOrCreate();
        var changes = spark.Read().Parquet(Path.Combine(input, "changes.parquet"));
        DeltaTable.ForPath(spark, Path.Combine(output, "table")).As("t")
            .Merge(changes.As("s"), "t.id = s.id")
            .WhenMatched().UpdateAll()
            .WhenNotMatched().InsertAll()
            .Execute();
    }

    public Dictionary<string, long> Check(string output)
    {
        var rows = SparkSession.Builder().Master("embedded").GetOrCreate().Read().Format("delta").Load(Path.Combine(output, "table"));
        var row = rows.SelectExpr("count(*)", "sum(id)", "sum(cents)").First();
        return new() { ["rows"] = row.GetAs<long>(0), ["ids"] = row.GetAs<long>(1), ["cents"] = row.GetAs<long>(2) };
    }
}
