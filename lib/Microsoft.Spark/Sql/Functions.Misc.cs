using DataPlatform.Plans;

namespace Microsoft.Spark.Sql;

public static partial class Functions
{
    /// <summary>The data frame with the advice to send it whole to every node for a join.</summary>
    public static DataFrame Broadcast(DataFrame df) => df.Hint("broadcast");

    /// <summary>The first value that is not null; null where all are.</summary>
    public static Column Coalesce(params Column[] columns) => Call("coalesce", columns);

    /// <summary>The file that the row was read from, as a URI; empty where it is none.</summary>
    public static Column InputFileName() => Call("input_file_name");

    /// <summary>Whether a number is NaN; false for null.</summary>
    public static Column IsNaN(Column column) => column.IsNaN();

    /// <summary>Whether the value is null; never null.</summary>
    public static Column IsNull(Column column) => column.IsNull();

    /// <summary>A number a row, unique and increasing, not without gaps: bigint.</summary>
    public static Column MonotonicallyIncreasingId() => Call("monotonically_increasing_id");

    /// <summary>The first, or the second where that is NaN.</summary>
    public static Column NaNvl(Column column1, Column column2) => Call("nanvl", column1, column2);

    /// <summary>True for false and the other way round; null stays null.</summary>
    public static Column Not(Column column) => !column;

    /// <summary>The number of the partition that the row is in: int.</summary>
    public static Column SparkPartitionId() => Call("spark_partition_id");

    /// <summary>The value where a condition is true; further branches by <see cref="Column.When"/>, the rest by <see cref="Column.Otherwise"/>, else null.</summary>
    public static Column When(Column condition, object? value) => Call("when", condition, Lit(value));

    /// <summary>An SQL expression, with or without <c>AS name</c>.</summary>
    public static Column Expr(string expr) => new(new ExpressionString(expr));

    /// <summary>Null where the condition is true, else the query fails (<c>USER_RAISED_EXCEPTION</c>).</summary>
    public static Column AssertTrue(Column column) => Call("assert_true", column);

    /// <summary>As <see cref="AssertTrue(Column)"/>, with a message.</summary>
    public static Column AssertTrue(Column column, Column errMsg) => Call("assert_true", column, errMsg);

    /// <summary>Fails with a message (<c>USER_RAISED_EXCEPTION</c>) where it is computed.</summary>
    public static Column RaiseError(Column errMsg) => Call("raise_error", errMsg);

    /// <summary>As <see cref="Call_UDF"/>, which Spark calls it since 3.2.</summary>
    public static Column CallUDF(string udfName, params Column[] columns) => Call_UDF(udfName, columns);

    /// <summary>A function by its name in SQL: any that the engine knows.</summary>
    public static Column Call_UDF(string udfName, params Column[] columns) => Call(udfName, columns);
}
