using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Pipelines.Tests;

/// <summary>The session of all tests, and rows made of DDL and values.</summary>
internal static class Sessions
{
    private static readonly Lazy<SparkSession> Shared = new(() => SparkSession.Builder().Master("embedded").GetOrCreate());

    public static SparkSession Spark => Shared.Value;

    /// <summary>A data frame of rows whose dates and instants are written as text.</summary>
    public static DataFrame Frame(string ddl, params object?[][] rows)
    {
        var schema = StructType.FromDdl(ddl);
        return Spark.CreateDataFrame(rows.Select(row => new GenericRow([.. row.Select((value, index) => Value(value, schema.Fields[index].DataType))])).ToList(), schema);
    }

    /// <summary>The rows as text, sorted, so that they can be compared.</summary>
    public static IReadOnlyList<string> Texts(DataFrame rows) =>
        [.. rows.Collect().Select(row => string.Join(" | ", row.Values.Select(value => value is null ? "-" : value is bool flag ? (flag ? "true" : "false") : value.ToString()))).Order(StringComparer.Ordinal)];

    private static object? Value(object? value, DataType type) => (value, type) switch
    {
        (string text, DateType) => Date.Parse(text),
        (string text, TimestampType) => new Timestamp(DateTime.Parse(text, null, System.Globalization.DateTimeStyles.AdjustToUniversal | System.Globalization.DateTimeStyles.AssumeUniversal)),
        _ => value,
    };
}
