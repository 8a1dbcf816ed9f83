using DataPlatform;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql;

/// <summary>Groups of a data frame's rows. Its methods give a row a group, unordered: the keys, then the aggregates.</summary>
public sealed class RelationalGroupedDataset
{
    private readonly DataFrame _rows;
    private readonly GroupType _type;
    private readonly ValueList<Expression> _keys;
    private readonly Pivot? _pivot;

    internal RelationalGroupedDataset(DataFrame rows, GroupType type, ValueList<Expression> keys, Pivot? pivot)
    {
        _rows = rows;
        _type = type;
        _keys = keys;
        _pivot = pivot;
    }

    /// <summary>Aggregates of each group.</summary>
    public DataFrame Agg(Column expr, params Column[] exprs) =>
        _rows.With(new Aggregate(_rows.Plan, _type, _keys, [expr.Expression, .. exprs.Select(e => e.Expression)], _pivot, []));

    /// <summary>Column <c>count</c> (bigint): the number of rows.</summary>
    public DataFrame Count() => Agg(Functions.Count(Functions.Lit(1)).As("count"));

    /// <summary>The mean of some numeric columns, named <c>avg(x)</c>; none given: of all.</summary>
    /// <exception cref="AnalysisException"><c>NOT_NUMERIC_COLUMN</c>.</exception>
    public DataFrame Mean(params string[] colNames) => Avg(colNames);

    /// <summary>The greatest value of some numeric columns, named <c>max(x)</c>; none given: of all.</summary>
    /// <exception cref="AnalysisException"><c>NOT_NUMERIC_COLUMN</c>.</exception>
    public DataFrame Max(params string[] colNames) => Each("max", colNames);

    /// <summary>The mean of some numeric columns, named <c>avg(x)</c>; none given: of all. Of whole numbers it is double.</summary>
    /// <exception cref="AnalysisException"><c>NOT_NUMERIC_COLUMN</c>.</exception>
    public DataFrame Avg(params string[] colNames) => Each("avg", colNames);

    /// <summary>The smallest value of some numeric columns, named <c>min(x)</c>; none given: of all.</summary>
    /// <exception cref="AnalysisException"><c>NOT_NUMERIC_COLUMN</c>.</exception>
    public DataFrame Min(params string[] colNames) => Each("min", colNames);

    /// <summary>The sum of some numeric columns, named <c>sum(x)</c>; none given: of all. Of whole numbers it is bigint.</summary>
    /// <exception cref="AnalysisException"><c>NOT_NUMERIC_COLUMN</c>.</exception>
    public DataFrame Sum(params string[] colNames) => Each("sum", colNames);

    /// <summary>A column's values become columns, ascending; the column is read for them first.</summary>
    public RelationalGroupedDataset Pivot(string pivotColumn) => Pivot(Functions.Col(pivotColumn));

    /// <summary>Some of a column's values become columns, in the order given.</summary>
    public RelationalGroupedDataset Pivot(string pivotColumn, IEnumerable<object> values) => Pivot(Functions.Col(pivotColumn), values);

    /// <summary>An expression's values become columns, ascending; it is computed for them first.</summary>
    /// <exception cref="InvalidOperationException">The groups are not of <c>GroupBy</c>, or have a pivot.</exception>
    public RelationalGroupedDataset Pivot(Column pivotColumn) => Pivot(pivotColumn, []);

    /// <summary>Some of an expression's values become columns, in the order given. None are all, ascending.</summary>
    /// <exception cref="InvalidOperationException">The groups are not of <c>GroupBy</c>, or have a pivot.</exception>
    public RelationalGroupedDataset Pivot(Column pivotColumn, IEnumerable<object> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return _type == GroupType.GroupBy
            ? new(_rows, GroupType.Pivot, _keys, new Pivot(pivotColumn.Expression, [.. values.Select(Literal.Of)]))
            : throw new InvalidOperationException("A pivot follows GroupBy, once; not Rollup, Cube or another Pivot.");
    }

    private DataFrame Each(string function, string[] names)
    {
        var schema = _rows.Schema();
        var numeric = names.Length > 0
            ? names.Select(name => Functions.Col(Checked(function, name, schema)))
            : schema.Fields.Where(field => field.DataType is NumericType).Select(field => new Column(new UnresolvedAttribute(Quoted(field.Name))));
        return numeric.Select(column => Column.Call(function, column)).ToArray() is [var first, .. var others]
            ? Agg(first, others)
            : _rows.With(new Aggregate(_rows.Plan, _type, _keys, [], _pivot, []));
    }

    private static string Checked(string function, string name, StructType schema) => schema.Find(name) is { DataType: not NumericType } field
        ? throw SparkErrors.NotNumeric(name, field.DataType.SimpleString, function)
        : name;

    private static string Quoted(string name) => name.Contains('.', StringComparison.Ordinal) || name.Contains('`', StringComparison.Ordinal)
        ? $"`{name.Replace("`", "``", StringComparison.Ordinal)}`"
        : name;
}
