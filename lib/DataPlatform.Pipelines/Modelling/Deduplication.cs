using Microsoft.Spark.Sql;
using static Microsoft.Spark.Sql.Functions;
using Window = Microsoft.Spark.Sql.Expressions.Window;

namespace DataPlatform.Pipelines;

/// <summary>Keeps one row a key.</summary>
public static class Deduplication
{
    private const string Rank = "__rank";

    /// <summary>
    /// Keeps for each key the row that comes last in an order; the same columns, rows unordered. Rows that are equal in the order are told apart by all other
    /// columns, so that the result does not depend on how the rows lie.
    /// </summary>
    /// <param name="rows">The rows.</param>
    /// <param name="key">The columns that name a row; null is a value.</param>
    /// <param name="order">The columns that order rows of a key from older to newer: the first that differs decides. Nulls come first.</param>
    public static DataFrame KeepNewest(DataFrame rows, IReadOnlyList<string> key, IReadOnlyList<string> order)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(order);
        var rest = rows.Columns().Except([.. key, .. order], StringComparer.OrdinalIgnoreCase);
        var window = Window.PartitionBy([.. key.Select(Named)]).OrderBy([.. order.Concat(rest).Select(column => Named(column).DescNullsLast())]);
        return rows.WithColumn(Rank, RowNumber().Over(window)).Filter(Col(Rank) == 1).Drop(Rank);
    }

    private static Column Named(string column) => Col(Sql.Name(column));
}
