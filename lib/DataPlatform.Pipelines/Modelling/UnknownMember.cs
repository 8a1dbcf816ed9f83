using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Pipelines;

/// <summary>The row of a dimension that facts point to when what they name is missing or not known.</summary>
public static class UnknownMember
{
    /// <summary>Its surrogate key.</summary>
    public const long Key = -1;

    private const string Text = "Unknown";

    /// <summary>Adds it to a dimension: its key is -1, natural key columns of type text say <c>Unknown</c>, all others are null.</summary>
    /// <param name="spark">The session.</param>
    /// <param name="members">The members.</param>
    /// <param name="key">The surrogate key column.</param>
    /// <param name="naturalKey">The natural key columns.</param>
    public static DataFrame AddTo(SparkSession spark, DataFrame members, string key, params string[] naturalKey)
    {
        ArgumentNullException.ThrowIfNull(spark);
        ArgumentNullException.ThrowIfNull(members);
        var fields = members.Schema().Fields.Select(field => new StructField(field.Name, field.DataType)).ToList();
        var values = fields.Select(field => field.Name == key ? Number(field) : naturalKey.Contains(field.Name) && field.DataType is StringType ? Text : (object?)null);
        return members.UnionByName(spark.CreateDataFrame([new GenericRow([.. values])], new StructType(fields)));
    }

    private static object Number(StructField field) => field.DataType is IntegerType ? (int)Key : Key;
}
