using DataPlatform.Plans;

namespace Microsoft.Spark.Sql;

public sealed partial class DataFrame
{
    /// <summary>Groups of rows that share the values of some expressions (nulls are one value); none: all rows are one group.</summary>
    public RelationalGroupedDataset GroupBy(params Column[] columns) => Group(GroupType.GroupBy, columns);

    /// <summary>Groups of rows that share the values of some columns (nulls are one value).</summary>
    public RelationalGroupedDataset GroupBy(string column, params string[] columns) => GroupBy(Functions.Columns(column, columns));

    /// <summary>Groups by some expressions, with subtotals over the last, the last two, … all of them; a subtotal's keys are null.</summary>
    public RelationalGroupedDataset Rollup(params Column[] columns) => Group(GroupType.Rollup, columns);

    /// <summary>As <see cref="Rollup(Column[])"/>, by columns.</summary>
    public RelationalGroupedDataset Rollup(string column, params string[] columns) => Rollup(Functions.Columns(column, columns));

    /// <summary>Groups by some expressions, with subtotals over every subset of them; a subtotal's keys are null.</summary>
    public RelationalGroupedDataset Cube(params Column[] columns) => Group(GroupType.Cube, columns);

    /// <summary>As <see cref="Cube(Column[])"/>, by columns.</summary>
    public RelationalGroupedDataset Cube(string column, params string[] columns) => Cube(Functions.Columns(column, columns));

    /// <summary>One row: aggregates over all rows, also where there are none.</summary>
    public DataFrame Agg(Column expr, params Column[] exprs) => GroupBy().Agg(expr, exprs);

    /// <summary>
    /// A row a statistic: column <c>summary</c> with <c>count</c>, <c>mean</c>, <c>stddev</c>, <c>min</c>, <c>max</c>; then each column's, as text.
    /// </summary>
    /// <param name="cols">The columns; none: all numeric and string ones.</param>
    public DataFrame Describe(params string[] cols) => With(new StatDescribe(Plan, [.. cols]));

    /// <summary>A row a statistic: column <c>summary</c> with its name, then that of each numeric or string column, as text.</summary>
    /// <param name="statistics">Such as <c>count</c>, <c>mean</c>, <c>25%</c>; none: count, mean, stddev, min, 25%, 50%, 75%, max.</param>
    public DataFrame Summary(params string[] statistics) => With(new StatSummary(Plan, [.. statistics]));

    private RelationalGroupedDataset Group(GroupType type, Column[] columns) => new(this, type, Expressions(columns), null);
}
