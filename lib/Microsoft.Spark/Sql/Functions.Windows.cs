using DataPlatform.Plans;

namespace Microsoft.Spark.Sql;

public static partial class Functions
{
    /// <summary>For <see cref="Expressions.WindowSpec.RangeBetween(Column, Column)"/> alone: the window's first row.</summary>
    public static Column UnboundedPreceding() => Call(UnboundedPrecedingName);

    /// <summary>For <see cref="Expressions.WindowSpec.RangeBetween(Column, Column)"/> alone: the window's last row.</summary>
    public static Column UnboundedFollowing() => Call(UnboundedFollowingName);

    /// <summary>For <see cref="Expressions.WindowSpec.RangeBetween(Column, Column)"/> alone: the current row and its peers.</summary>
    public static Column CurrentRow() => Call(CurrentRowName);

    /// <summary>Over a window: which part of its rows come at or before the current one: double, above 0 to 1.</summary>
    public static Column CumeDist() => Call("cume_dist");

    /// <summary>Over a window: the place of the current row's order value among the different ones, from 1: int.</summary>
    public static Column DenseRank() => Call("dense_rank");

    /// <summary>Over a window: the value so many rows before the current one, or the default where there is no such row.</summary>
    public static Column Lag(Column column, int offset, object? defaultValue = null) => Shifted("lag", column, offset, defaultValue);

    /// <summary>As <see cref="Lag(Column, int, object)"/>, of the column named.</summary>
    public static Column Lag(string columnName, int offset, object? defaultValue = null) => Lag(Col(columnName), offset, defaultValue);

    /// <summary>As <see cref="Lag(Column, int, object)"/>; with <c>ignoreNulls</c> only rows whose value is not null are counted.</summary>
    public static Column Lag(Column column, int offset, object? defaultValue, bool ignoreNulls) => Shifted("lag", column, offset, defaultValue, ignoreNulls);

    /// <summary>Over a window: the value so many rows after the current one, or the default where there is no such row.</summary>
    public static Column Lead(Column column, int offset, object? defaultValue = null) => Shifted("lead", column, offset, defaultValue);

    /// <summary>As <see cref="Lead(Column, int, object)"/>, of the column named.</summary>
    public static Column Lead(string columnName, int offset, object? defaultValue = null) => Lead(Col(columnName), offset, defaultValue);

    /// <summary>As <see cref="Lead(Column, int, object)"/>; with <c>ignoreNulls</c> only rows whose value is not null are counted.</summary>
    public static Column Lead(Column column, int offset, object? defaultValue, bool ignoreNulls) => Shifted("lead", column, offset, defaultValue, ignoreNulls);

    /// <summary>Over a window: the value of the frame's nth row, from 1, or of the nth whose value is not null; null where there is none.</summary>
    public static Column NthValue(Column column, int offset, bool ignoreNulls = false) =>
        ignoreNulls ? Call("nth_value", column, Lit(offset), Lit(true)) : Call("nth_value", column, Lit(offset));

    /// <summary>Over a window: which of <c>n</c> parts, as equal as can be, the row is in, from 1: int.</summary>
    public static Column Ntile(int n) => Call("ntile", Lit(n));

    /// <summary>Over a window: (rank - 1) / (rows - 1): double, 0 to 1.</summary>
    public static Column PercentRank() => Call("percent_rank");

    /// <summary>Over a window: 1 more than the rows before the current one and its peers: int.</summary>
    public static Column Rank() => Call("rank");

    /// <summary>Over a window: the number of the row in its order, from 1: int. Rows of equal order are numbered in any order.</summary>
    public static Column RowNumber() => Call("row_number");

    private const string UnboundedPrecedingName = "unbounded preceding";
    private const string UnboundedFollowingName = "unbounded following";
    private const string CurrentRowName = "current row";

    internal static FrameBoundary Boundary(Column column) => column.Expression switch
    {
        UnresolvedFunction { Name: UnboundedPrecedingName or UnboundedFollowingName } => FrameBoundary.Unbounded,
        UnresolvedFunction { Name: CurrentRowName } => FrameBoundary.CurrentRow,
        var offset => new FrameBoundary(FrameBoundaryKind.Value, offset),
    };

    private static Column Shifted(string name, Column column, int offset, object? defaultValue, bool ignoreNulls = false)
    {
        var call = defaultValue is null ? Call(name, column, Lit(offset)) : Call(name, column, Lit(offset), Lit(defaultValue));
        return ignoreNulls ? new Column((UnresolvedFunction)call.Expression with { IgnoreNulls = true }) : call;
    }
}
