using DataPlatform.Plans;

namespace Microsoft.Spark.Sql;

public sealed partial class DataFrame
{
    /// <summary>
    /// A column an expression (a star gives several), in their order; rows keep theirs. A generator such as <c>explode</c> gives any number of rows
    /// for each.
    /// </summary>
    public DataFrame Select(params Column[] columns) => With(new Project(Plan, Expressions(columns)));

    /// <summary>Some columns by name; <c>*</c> and <c>alias.*</c> are all.</summary>
    public DataFrame Select(string column, params string[] columns) => Select(Functions.Columns(column, columns));

    /// <summary>A column an SQL expression, with or without <c>AS name</c>.</summary>
    public DataFrame SelectExpr(params string[] expressions) => Select([.. expressions.Select(Functions.Expr)]);

    /// <summary>The rows for which the condition is true (null is not), in their order.</summary>
    public DataFrame Filter(Column condition) => With(new Filter(Plan, condition.Expression));

    /// <summary>The rows for which an SQL condition is true (null is not), in their order.</summary>
    public DataFrame Filter(string conditionExpr) => Filter(Functions.Expr(conditionExpr));

    /// <summary>As <see cref="Filter(Column)"/>.</summary>
    public DataFrame Where(Column condition) => Filter(condition);

    /// <summary>As <see cref="Filter(string)"/>.</summary>
    public DataFrame Where(string conditionExpr) => Filter(conditionExpr);

    /// <summary>A column set: one of that name (case aside) is replaced in place, a new one comes last.</summary>
    public DataFrame WithColumn(string colName, Column col) => With(new WithColumns(Plan, [new Alias(col.Expression, colName)]));

    /// <summary>Several columns set at once, each computed of the old ones; new ones come last in the order given. Not in Microsoft.Spark.</summary>
    public DataFrame WithColumns(IEnumerable<KeyValuePair<string, Column>> colsMap) =>
        With(new WithColumns(Plan, [.. colsMap.Select(column => new Alias(column.Value.Expression, column.Key))]));

    /// <summary>A column (case aside) under a new name; nothing changes where there is none.</summary>
    public DataFrame WithColumnRenamed(string existingName, string newName) => With(new WithColumnsRenamed(Plan, [KeyValuePair.Create(existingName, newName)]));

    /// <summary>Several columns under new names; see <see cref="WithColumnRenamed"/>. Not in Microsoft.Spark.</summary>
    public DataFrame WithColumnsRenamed(IEnumerable<KeyValuePair<string, string>> colsMap) => With(new WithColumnsRenamed(Plan, [.. colsMap]));

    /// <summary>Without some columns; a name that no column has is passed over, and a dot is part of a name.</summary>
    public DataFrame Drop(params string[] colNames) => With(new Drop(Plan, [], [.. colNames]));

    /// <summary>Without a column, which may be one side's of a join; nothing changes where there is none.</summary>
    public DataFrame Drop(Column col) => With(new Drop(Plan, [col.Expression], []));

    /// <summary>The first rows, in their order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative number.</exception>
    public DataFrame Limit(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return With(new Limit(Plan, n));
    }

    /// <summary>All rows but the first, in their order. Spark's <c>offset</c>. Not in Microsoft.Spark.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative number.</exception>
    public DataFrame Offset(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return With(new Offset(Plan, n));
    }

    /// <summary>The rows in the order of some columns, ascending, nulls first.</summary>
    public DataFrame Sort(string column, params string[] columns) => Sort(Functions.Columns(column, columns));

    /// <summary>The rows in the order of some expressions, ascending unless they say otherwise. Equal rows come in any order.</summary>
    public DataFrame Sort(params Column[] columns) => Sorted(columns, isGlobal: true);

    /// <summary>As <see cref="Sort(string, string[])"/>.</summary>
    public DataFrame OrderBy(string column, params string[] columns) => Sort(column, columns);

    /// <summary>As <see cref="Sort(Column[])"/>.</summary>
    public DataFrame OrderBy(params Column[] columns) => Sort(columns);

    /// <summary>The rows of each partition in the order of some columns; between partitions there is none.</summary>
    public DataFrame SortWithinPartitions(string column, params string[] columns) => SortWithinPartitions(Functions.Columns(column, columns));

    /// <summary>The rows of each partition in the order of some expressions; between partitions there is none.</summary>
    public DataFrame SortWithinPartitions(params Column[] columns) => Sorted(columns, isGlobal: false);

    private DataFrame Sorted(Column[] columns, bool isGlobal) => With(new Sort(Plan, [.. columns.Select(column => column.ToSortOrder())], isGlobal));
}
