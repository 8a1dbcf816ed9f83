using DataPlatform;
using DataPlatform.Plans;

namespace Microsoft.Spark.Sql.Expressions;

/// <summary>Which rows around each row a function is computed over: partition, order, frame. Immutable; every method gives a new one.</summary>
/// <remarks>Without a frame it is Spark's: with an order, from the first row to the current one and its peers; without, the whole partition.</remarks>
public sealed class WindowSpec
{
    private readonly ValueList<Expression> _partition;
    private readonly ValueList<SortOrder> _order;
    private readonly WindowFrame? _frame;

    private WindowSpec(ValueList<Expression> partition, ValueList<SortOrder> order, WindowFrame? frame)
    {
        _partition = partition;
        _order = order;
        _frame = frame;
    }

    internal static WindowSpec Empty { get; } = new([], [], null);

    /// <summary>Rows that share the values of some columns are one window.</summary>
    public WindowSpec PartitionBy(string colName, params string[] colNames) => PartitionBy(Functions.Columns(colName, colNames));

    /// <summary>Rows that share the values of some expressions are one window; none: all rows are.</summary>
    public WindowSpec PartitionBy(params Column[] columns) => new([.. columns.Select(column => column.Expression)], _order, _frame);

    /// <summary>The order of some columns, ascending, nulls first.</summary>
    public WindowSpec OrderBy(string colName, params string[] colNames) => OrderBy(Functions.Columns(colName, colNames));

    /// <summary>The order of some expressions, ascending unless they say otherwise.</summary>
    public WindowSpec OrderBy(params Column[] columns) => new(_partition, [.. columns.Select(column => column.ToSortOrder())], _frame);

    /// <summary>
    /// The frame from one row to another, both inclusive: numbers of rows from the current one, negative before it;
    /// or <see cref="Window.UnboundedPreceding"/>, <see cref="Window.UnboundedFollowing"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A number outside the bounds of int, or an end on the wrong side.</exception>
    public WindowSpec RowsBetween(long start, long end) => new(_partition, _order, new WindowFrame(
        IsRange: false,
        Boundary(start, long.MinValue, nameof(start), RowOffset),
        Boundary(end, long.MaxValue, nameof(end), RowOffset)));

    /// <summary>
    /// The frame of rows whose order value lies between two distances of the current one's, both inclusive, negative before it; there must be one
    /// order expression, a number or date, unless both ends are unbounded or the current row.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">An end on the wrong side.</exception>
    public WindowSpec RangeBetween(long start, long end) => new(_partition, _order, new WindowFrame(
        IsRange: true,
        Boundary(start, long.MinValue, nameof(start), RangeOffset),
        Boundary(end, long.MaxValue, nameof(end), RangeOffset)));

    /// <summary>
    /// As <see cref="RangeBetween(long, long)"/>, by distances of any type such as intervals, or <see cref="Functions.UnboundedPreceding"/>,
    /// <see cref="Functions.UnboundedFollowing"/>, <see cref="Functions.CurrentRow"/>.
    /// </summary>
    public WindowSpec RangeBetween(Column start, Column end) =>
        new(_partition, _order, new WindowFrame(IsRange: true, Functions.Boundary(start), Functions.Boundary(end)));

    internal WindowExpression Apply(Expression function) => new(function, _partition, _order, _frame);

    private static Literal RowOffset(long rows) => rows is >= int.MinValue and <= int.MaxValue
        ? Literal.Of((int)rows)
        : throw new ArgumentOutOfRangeException(nameof(rows), rows, "A number of rows must be an int.");

    private static Literal RangeOffset(long distance) => Literal.Of(distance);

    private static FrameBoundary Boundary(long value, long unbounded, string parameter, Func<long, Literal> literal)
    {
        if (value == unbounded)
        {
            return FrameBoundary.Unbounded;
        }

        if (value is long.MinValue or long.MaxValue)
        {
            throw new ArgumentOutOfRangeException(parameter, value, "A frame cannot begin after the last row or end before the first.");
        }

        return value == 0 ? FrameBoundary.CurrentRow : new FrameBoundary(FrameBoundaryKind.Value, literal(value));
    }
}
