namespace Microsoft.Spark.Sql.Expressions;

/// <summary>Begins the description of a window: which rows around each row a function is computed over.</summary>
public static class Window
{
    /// <summary>As a frame's start: the window's first row.</summary>
    public static long UnboundedPreceding => long.MinValue;

    /// <summary>As a frame's end: the window's last row.</summary>
    public static long UnboundedFollowing => long.MaxValue;

    /// <summary>As a frame's start or end: the current row; in a range its peers too.</summary>
    public static long CurrentRow => 0;

    /// <summary>Rows that share the values of some columns are one window.</summary>
    public static WindowSpec PartitionBy(string colName, params string[] colNames) => WindowSpec.Empty.PartitionBy(colName, colNames);

    /// <summary>Rows that share the values of some expressions are one window; none: all rows are.</summary>
    public static WindowSpec PartitionBy(params Column[] columns) => WindowSpec.Empty.PartitionBy(columns);

    /// <summary>All rows are one window, in the order of some columns, ascending.</summary>
    public static WindowSpec OrderBy(string colName, params string[] colNames) => WindowSpec.Empty.OrderBy(colName, colNames);

    /// <summary>All rows are one window, in the order of some expressions.</summary>
    public static WindowSpec OrderBy(params Column[] columns) => WindowSpec.Empty.OrderBy(columns);

    /// <summary>A frame of rows; see <see cref="WindowSpec.RowsBetween"/>.</summary>
    public static WindowSpec RowsBetween(long start, long end) => WindowSpec.Empty.RowsBetween(start, end);

    /// <summary>A frame by value; see <see cref="WindowSpec.RangeBetween(long, long)"/>.</summary>
    public static WindowSpec RangeBetween(long start, long end) => WindowSpec.Empty.RangeBetween(start, end);

    /// <summary>A frame by value; see <see cref="WindowSpec.RangeBetween(Column, Column)"/>.</summary>
    public static WindowSpec RangeBetween(Column start, Column end) => WindowSpec.Empty.RangeBetween(start, end);
}
