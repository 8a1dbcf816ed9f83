using DataPlatform;
using DataPlatform.Plans;
using Microsoft.Spark.Sql;

namespace Microsoft.Spark.Extensions.Delta.Tables;

/// <summary>Columns and their new values as an update or merge has them.</summary>
internal static class Assignments
{
    public static ValueList<Assignment> Of(Dictionary<string, Column> set) => NotEmpty(set, value => value.Expression);

    public static ValueList<Assignment> Of(Dictionary<string, string> set) => NotEmpty(set, value => new ExpressionString(value));

    private static ValueList<Assignment> NotEmpty<T>(Dictionary<string, T> set, Func<T, Expression> value)
    {
        ArgumentNullException.ThrowIfNull(set);
        return set.Count > 0
            ? [.. set.Select(column => new Assignment(column.Key, value(column.Value)))]
            : throw new ArgumentException("There is no column to set.", nameof(set));
    }
}
