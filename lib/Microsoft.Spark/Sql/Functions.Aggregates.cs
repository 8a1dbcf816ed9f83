using DataPlatform.Plans;

namespace Microsoft.Spark.Sql;

public static partial class Functions
{
    /// <summary>About how many different values there are, nulls aside: bigint, with a relative standard deviation of 5 %.</summary>
    public static Column ApproxCountDistinct(Column column) => Call("approx_count_distinct", column);

    /// <summary>As <see cref="ApproxCountDistinct(Column)"/>, of the column named.</summary>
    public static Column ApproxCountDistinct(string columnName) => ApproxCountDistinct(Col(columnName));

    /// <summary>As <see cref="ApproxCountDistinct(Column)"/>, with a relative standard deviation of at most <c>rsd</c>, such as 0.01.</summary>
    public static Column ApproxCountDistinct(Column column, double rsd) => Call("approx_count_distinct", column, Lit(rsd));

    /// <summary>As <see cref="ApproxCountDistinct(Column, double)"/>, of the column named.</summary>
    public static Column ApproxCountDistinct(string columnName, double rsd) => ApproxCountDistinct(Col(columnName), rsd);

    /// <summary>The mean, nulls aside; null where there is no value. Double; of decimal(p,s) decimal(p+4,s+4).</summary>
    public static Column Avg(Column column) => Call("avg", column);

    /// <summary>As <see cref="Avg(Column)"/>, of the column named.</summary>
    public static Column Avg(string columnName) => Avg(Col(columnName));

    /// <summary>All values, nulls aside, as an array, in no order unless the rows have one.</summary>
    public static Column CollectList(Column column) => Call("collect_list", column);

    /// <summary>As <see cref="CollectList(Column)"/>, of the column named.</summary>
    public static Column CollectList(string columnName) => CollectList(Col(columnName));

    /// <summary>All different values, nulls aside, as an array in no order.</summary>
    public static Column CollectSet(Column column) => Call("collect_set", column);

    /// <summary>As <see cref="CollectSet(Column)"/>, of the column named.</summary>
    public static Column CollectSet(string columnName) => CollectSet(Col(columnName));

    /// <summary>Pearson's correlation of pairs in which neither is null: double; null for fewer than two.</summary>
    public static Column Corr(Column column1, Column column2) => Call("corr", column1, column2);

    /// <summary>As <see cref="Corr(Column, Column)"/>, of the columns named.</summary>
    public static Column Corr(string columnName1, string columnName2) => Corr(Col(columnName1), Col(columnName2));

    /// <summary>The number of rows in which the value is not null: bigint, never null. Of <c>*</c> or a constant: of all rows.</summary>
    public static Column Count(Column column) => Call("count", column.Expression is UnresolvedStar { Target: null } ? Lit(1) : column);

    /// <summary>As <see cref="Count(Column)"/>, of the column named; <c>*</c> is all rows.</summary>
    public static Column Count(string columnName) => Count(Col(columnName));

    /// <summary>The number of different combinations of values in which none is null: bigint.</summary>
    public static Column CountDistinct(Column column, params Column[] columns) => Distinct("count", [column, .. columns]);

    /// <summary>As <see cref="CountDistinct(Column, Column[])"/>, of the columns named.</summary>
    public static Column CountDistinct(string columnName, params string[] columnNames) => CountDistinct(Col(columnName), Columns(columnNames));

    /// <summary>As [[CountDistinct(Column, Column[])]].</summary>
    public static Column Count_Distinct(Column column, params Column[] columns) => CountDistinct(column, columns);

    /// <summary>The covariance of a population, over pairs in which neither is null: double.</summary>
    public static Column CovarPop(Column column1, Column column2) => Call("covar_pop", column1, column2);

    /// <summary>As <see cref="CovarPop(Column, Column)"/>, of the columns named.</summary>
    public static Column CovarPop(string columnName1, string columnName2) => CovarPop(Col(columnName1), Col(columnName2));

    /// <summary>The covariance of a sample, over pairs in which neither is null: double; null for fewer than two.</summary>
    public static Column CovarSamp(Column column1, Column column2) => Call("covar_samp", column1, column2);

    /// <summary>As <see cref="CovarSamp(Column, Column)"/>, of the columns named.</summary>
    public static Column CovarSamp(string columnName1, string columnName2) => CovarSamp(Col(columnName1), Col(columnName2));

    /// <summary>The value of the first row, or of the first whose value is not null. Which row is first is not said unless the rows have an order.</summary>
    public static Column First(Column column, bool ignoreNulls = false) => ignoreNulls ? Call("first", column, Lit(true)) : Call("first", column);

    /// <summary>As <see cref="First(Column, bool)"/>, of the column named.</summary>
    public static Column First(string columnName, bool ignoreNulls = false) => First(Col(columnName), ignoreNulls);

    /// <summary>With rollup or cube: 1 where the column is summed over in a row, else 0; tinyint.</summary>
    public static Column Grouping(Column column) => Call("grouping", column);

    /// <summary>As <see cref="Grouping(Column)"/>, of the column named.</summary>
    public static Column Grouping(string columnName) => Grouping(Col(columnName));

    /// <summary>With rollup or cube: the bits of <see cref="Grouping(Column)"/> of the columns, the first the highest; bigint. None: all grouping columns.</summary>
    public static Column GroupingId(params Column[] columns) => Call("grouping_id", columns);

    /// <summary>As <see cref="GroupingId(Column[])"/>, of the columns named.</summary>
    public static Column GroupingId(string columnName, params string[] columnNames) => GroupingId(Columns(columnName, columnNames));

    /// <summary>The excess kurtosis, nulls aside: double; null for no value and for equal ones alone.</summary>
    public static Column Kurtosis(Column column) => Call("kurtosis", column);

    /// <summary>As <see cref="Kurtosis(Column)"/>, of the column named.</summary>
    public static Column Kurtosis(string columnName) => Kurtosis(Col(columnName));

    /// <summary>The value of the last row, or of the last whose value is not null. Which row is last is not said unless the rows have an order.</summary>
    public static Column Last(Column column, bool ignoreNulls = false) => ignoreNulls ? Call("last", column, Lit(true)) : Call("last", column);

    /// <summary>As <see cref="Last(Column, bool)"/>, of the column named.</summary>
    public static Column Last(string columnName, bool ignoreNulls = false) => Last(Col(columnName), ignoreNulls);

    /// <summary>The greatest value, nulls aside; null where there is none. NaN is greater than any number.</summary>
    public static Column Max(Column column) => Call("max", column);

    /// <summary>As <see cref="Max(Column)"/>, of the column named.</summary>
    public static Column Max(string columnName) => Max(Col(columnName));

    /// <summary>As <see cref="Avg(Column)"/>.</summary>
    public static Column Mean(Column column) => Avg(column);

    /// <summary>As <see cref="Mean(Column)"/>, of the column named.</summary>
    public static Column Mean(string columnName) => Mean(Col(columnName));

    /// <summary>The smallest value, nulls aside; null where there is none.</summary>
    public static Column Min(Column column) => Call("min", column);

    /// <summary>As <see cref="Min(Column)"/>, of the column named.</summary>
    public static Column Min(string columnName) => Min(Col(columnName));

    /// <summary>
    /// A value of the column below which about that part of all lie: for <c>percentage</c> 0 to 1, or an array of such. The rank is off by at most
    /// 1/<c>accuracy</c>.
    /// </summary>
    public static Column PercentileApprox(Column column, Column percentage, Column accuracy) => Call("percentile_approx", column, percentage, accuracy);

    /// <summary>The product, nulls aside: double.</summary>
    public static Column Product(Column column) => Call("product", column);

    /// <summary>The skewness, nulls aside: double; null for no value and for equal ones alone.</summary>
    public static Column Skewness(Column column) => Call("skewness", column);

    /// <summary>As <see cref="Skewness(Column)"/>, of the column named.</summary>
    public static Column Skewness(string columnName) => Skewness(Col(columnName));

    /// <summary>The standard deviation of a sample, nulls aside: double; null for a single value.</summary>
    public static Column Stddev(Column column) => Call("stddev", column);

    /// <summary>As <see cref="Stddev(Column)"/>, of the column named.</summary>
    public static Column Stddev(string columnName) => Stddev(Col(columnName));

    /// <summary>As <see cref="Stddev(Column)"/>.</summary>
    public static Column StddevSamp(Column column) => Call("stddev_samp", column);

    /// <summary>As <see cref="StddevSamp(Column)"/>, of the column named.</summary>
    public static Column StddevSamp(string columnName) => StddevSamp(Col(columnName));

    /// <summary>The standard deviation of a population, nulls aside: double.</summary>
    public static Column StddevPop(Column column) => Call("stddev_pop", column);

    /// <summary>As <see cref="StddevPop(Column)"/>, of the column named.</summary>
    public static Column StddevPop(string columnName) => StddevPop(Col(columnName));

    /// <summary>
    /// The sum, nulls aside; null where there is no value. Bigint of whole numbers, double of double, decimal(p+10,s) of decimal; an overflow fails.
    /// </summary>
    public static Column Sum(Column column) => Call("sum", column);

    /// <summary>As <see cref="Sum(Column)"/>, of the column named.</summary>
    public static Column Sum(string columnName) => Sum(Col(columnName));

    /// <summary>The sum of the different values; see <see cref="Sum(Column)"/>. Spark calls it <see cref="Sum_Distinct(Column)"/> since 3.2.</summary>
    public static Column SumDistinct(Column column) => Distinct("sum", [column]);

    /// <summary>As <see cref="SumDistinct(Column)"/>, of the column named.</summary>
    public static Column SumDistinct(string columnName) => SumDistinct(Col(columnName));

    /// <summary>The sum of the different values; see <see cref="Sum(Column)"/>.</summary>
    public static Column Sum_Distinct(Column column) => Distinct("sum", [column]);

    /// <summary>The variance of a sample, nulls aside: double; null for a single value.</summary>
    public static Column Variance(Column column) => Call("variance", column);

    /// <summary>As <see cref="Variance(Column)"/>, of the column named.</summary>
    public static Column Variance(string columnName) => Variance(Col(columnName));

    /// <summary>As <see cref="Variance(Column)"/>.</summary>
    public static Column VarSamp(Column column) => Call("var_samp", column);

    /// <summary>As <see cref="VarSamp(Column)"/>, of the column named.</summary>
    public static Column VarSamp(string columnName) => VarSamp(Col(columnName));

    /// <summary>The variance of a population, nulls aside: double.</summary>
    public static Column VarPop(Column column) => Call("var_pop", column);

    /// <summary>As <see cref="VarPop(Column)"/>, of the column named.</summary>
    public static Column VarPop(string columnName) => VarPop(Col(columnName));

    /// <summary>The number of rows for which a condition is true: bigint. Not in Microsoft.Spark.</summary>
    public static Column CountIf(Column condition) => Call("count_if", condition);

    /// <summary>Whether a condition is true wherever it is not null; null where it always is. Not in Microsoft.Spark.</summary>
    public static Column BoolAnd(Column condition) => Call("bool_and", condition);

    /// <summary>Whether a condition is true anywhere; null where it is always null. Not in Microsoft.Spark.</summary>
    public static Column BoolOr(Column condition) => Call("bool_or", condition);

    /// <summary>The value in the row whose order is greatest; of several such rows any. Not in Microsoft.Spark.</summary>
    public static Column MaxBy(Column column, Column order) => Call("max_by", column, order);

    /// <summary>The value in the row whose order is smallest; of several such rows any. Not in Microsoft.Spark.</summary>
    public static Column MinBy(Column column, Column order) => Call("min_by", column, order);

    private static Column Distinct(string name, Column[] columns) =>
        new(new UnresolvedFunction(name, [.. columns.Select(column => column.Expression)], IsDistinct: true));
}
