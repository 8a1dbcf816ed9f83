using System.Globalization;
using Microsoft.Spark.Sql;

namespace Benchmarks;

/// <summary>The query whose rows are fetched, and the Spark that it is sent to.</summary>
internal static class ClientQuery
{
    /// <summary>The driver's heap: the rows must fit into it where the server collects them by itself.</summary>
    public const string Memory = "10g";

    /// <summary>Rows of nine columns: whole and floating numbers, text, decimals, days, instants, booleans and nulls.</summary>
    public static string Sql(int rows) => string.Create(CultureInfo.InvariantCulture, $"""
        SELECT id, CAST(id % 100 AS INT) AS small, id / 7D AS ratio, concat('flight ', id) AS name, CAST(id % 100000 AS DECIMAL(12,2)) AS amount,
        date_add(DATE'2013-01-01', CAST(id % 365 AS INT)) AS day, timestamp_seconds(1356998400 + id) AS at, id % 3 = 0 AS is_third, IF(id % 10 = 0, NULL, id) AS sometimes
        FROM range({rows})
        """).ReplaceLineEndings(" ");

    /// <summary>How many rows: the input folder's name says it, as contenders are handed folders.</summary>
    public static int Rows(string input) => int.Parse(Path.GetFileName(input), CultureInfo.InvariantCulture);

    /// <summary>The session of this process, with a Spark of its own.</summary>
    public static SparkSession Session()
    {
        var builder = SparkSession.Builder().Master(LocalSpark.Master);
        foreach (var (key, value) in LocalSpark.Properties(Memory))
        {
            builder.Config(key, value);
        }

        return builder.GetOrCreate();
    }
}
