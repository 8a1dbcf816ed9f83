using System.Globalization;
using DataPlatform.Pipelines;
using DuckDB.NET.Data;
using Microsoft.Spark.Extensions.Delta.Tables;
using Microsoft.Spark.Sql;
using static Microsoft.Spark.Sql.Functions;

namespace Benchmarks;

/// <summary>What the measured processes do.</summary>
internal static class Child
{
    public static int Run(string[] arguments)
    {
        switch (arguments)
        {
            case ["pipeline", var landing, var folder]:
                Plain(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "pipeline.sql")), landing, folder);
                return 0;
            case ["ingest", var landing, var lake]:
                Ingest(landing, lake);
                return 0;
            case ["ingest-plain", var landing, var folder]:
                Plain("COPY (SELECT * FROM read_csv('$landing/events/*.csv', header = true, all_varchar = true, filename = true)) TO '$folder/events.parquet'", landing, folder);
                return 0;
            case ["merge-make", var table, var rows]:
                Make(table, long.Parse(rows, CultureInfo.InvariantCulture));
                return 0;
            case ["merge", var table, var rows]:
                Merge(table, long.Parse(rows, CultureInfo.InvariantCulture));
                return 0;
            case ["merge-plain", var table, var rows, var folder]:
                Plain(
                    $"COPY (SELECT t.id, t.name, coalesce(s.value, t.value) AS value, t.category FROM read_parquet('$landing/*.parquet') t LEFT JOIN " +
                    $"(SELECT range * 100 AS id, range * 1.5::DOUBLE AS value FROM range({long.Parse(rows, CultureInfo.InvariantCulture) / 100})) s USING (id)) TO '$folder/table.parquet'",
                    table,
                    folder);
                return 0;
            default:
                throw new ArgumentException($"No such child: {string.Join(' ', arguments)}.");
        }
    }

    private static void Plain(string sql, string landing, string folder)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql.Replace("$landing", landing, StringComparison.Ordinal).Replace("$folder", folder, StringComparison.Ordinal);
        command.ExecuteNonQuery();
    }

    private static SparkSession Session() => SparkSession.Builder().Master("embedded").AppName("benchmark").GetOrCreate();

    private static void Ingest(string landing, string lake)
    {
        using var run = new RunContext(
            new RunSettings("benchmark", new Lake(lake), landing), Session, new RunLog(TextWriter.Null, TimeProvider.System), TimeProvider.System);
        var columns = new[] { "id", "name", "value" }.Select(name => new SourceColumn(name, "string"));
        new Ingestion(run).Run(new FileSource("events", "events", FileFormat.Csv) { Files = "*.csv", Columns = [.. columns] });
    }

    private static void Make(string table, long rows)
    {
        using var spark = Session();
        spark.Range(rows)
            .Select(Col("id"), Expr("concat('name-', id)").As("name"), Expr("CAST(id * 0.5 AS DOUBLE)").As("value"), Expr("CAST(id % 1000 AS INT)").As("category"))
            .Write().Format("delta").Mode("overwrite").Save(table);
    }

    private static void Merge(string table, long rows)
    {
        using var spark = Session();
        var changes = spark.Range(rows / 100).Select(Expr("id * 100").As("id"), Expr("CAST(id * 1.5 AS DOUBLE)").As("value"));
        DeltaTable.ForPath(spark, table).As("t")
            .Merge(changes.As("s"), "t.id = s.id")
            .WhenMatched().Update(new Dictionary<string, Column> { ["value"] = Col("s.value") })
            .Execute();
    }
}
