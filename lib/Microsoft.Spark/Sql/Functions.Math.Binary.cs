namespace Microsoft.Spark.Sql;

public static partial class Functions
{
    /// <summary>The angle between the positive x axis and the point (x, y), in radians, -pi to pi: double.</summary>
    public static Column Atan2(Column y, Column x) => Call("atan2", y, x);

    /// <summary>As <see cref="Atan2(Column, Column)"/>, the second a column named.</summary>
    public static Column Atan2(Column y, string xName) => Atan2(y, Col(xName));

    /// <summary>As <see cref="Atan2(Column, Column)"/>, the first a column named.</summary>
    public static Column Atan2(string yName, Column x) => Atan2(Col(yName), x);

    /// <summary>As <see cref="Atan2(Column, Column)"/>, of columns named.</summary>
    public static Column Atan2(string yName, string xName) => Atan2(Col(yName), Col(xName));

    /// <summary>As <see cref="Atan2(Column, Column)"/>, the second a constant.</summary>
    public static Column Atan2(Column y, double xValue) => Atan2(y, Lit(xValue));

    /// <summary>As <see cref="Atan2(Column, Column)"/>, the first a column named, the second a constant.</summary>
    public static Column Atan2(string yName, double xValue) => Atan2(Col(yName), Lit(xValue));

    /// <summary>As <see cref="Atan2(Column, Column)"/>, the first a constant.</summary>
    public static Column Atan2(double yValue, Column x) => Atan2(Lit(yValue), x);

    /// <summary>As <see cref="Atan2(Column, Column)"/>, the first a constant, the second a column named.</summary>
    public static Column Atan2(double yValue, string xName) => Atan2(Lit(yValue), Col(xName));

    /// <summary>The square root of the sum of both squares, without overflow on the way: double.</summary>
    public static Column Hypot(Column left, Column right) => Call("hypot", left, right);

    /// <summary>As <see cref="Hypot(Column, Column)"/>, the second a column named.</summary>
    public static Column Hypot(Column left, string rightName) => Hypot(left, Col(rightName));

    /// <summary>As <see cref="Hypot(Column, Column)"/>, the first a column named.</summary>
    public static Column Hypot(string leftName, Column right) => Hypot(Col(leftName), right);

    /// <summary>As <see cref="Hypot(Column, Column)"/>, of columns named.</summary>
    public static Column Hypot(string leftName, string rightName) => Hypot(Col(leftName), Col(rightName));

    /// <summary>As <see cref="Hypot(Column, Column)"/>, the second a constant.</summary>
    public static Column Hypot(Column left, double right) => Hypot(left, Lit(right));

    /// <summary>As <see cref="Hypot(Column, Column)"/>, the first a column named, the second a constant.</summary>
    public static Column Hypot(string leftName, double right) => Hypot(Col(leftName), Lit(right));

    /// <summary>As <see cref="Hypot(Column, Column)"/>, the first a constant.</summary>
    public static Column Hypot(double left, Column right) => Hypot(Lit(left), right);

    /// <summary>As <see cref="Hypot(Column, Column)"/>, the first a constant, the second a column named.</summary>
    public static Column Hypot(double left, string rightName) => Hypot(Lit(left), Col(rightName));

    /// <summary>The first to the power of the second: double.</summary>
    public static Column Pow(Column left, Column right) => Call("power", left, right);

    /// <summary>As <see cref="Pow(Column, Column)"/>, the second a column named.</summary>
    public static Column Pow(Column left, string rightName) => Pow(left, Col(rightName));

    /// <summary>As <see cref="Pow(Column, Column)"/>, the first a column named.</summary>
    public static Column Pow(string leftName, Column right) => Pow(Col(leftName), right);

    /// <summary>As <see cref="Pow(Column, Column)"/>, of columns named.</summary>
    public static Column Pow(string leftName, string rightName) => Pow(Col(leftName), Col(rightName));

    /// <summary>As <see cref="Pow(Column, Column)"/>, the second a constant.</summary>
    public static Column Pow(Column left, double right) => Pow(left, Lit(right));

    /// <summary>As <see cref="Pow(Column, Column)"/>, the first a column named, the second a constant.</summary>
    public static Column Pow(string leftName, double right) => Pow(Col(leftName), Lit(right));

    /// <summary>As <see cref="Pow(Column, Column)"/>, the first a constant.</summary>
    public static Column Pow(double left, Column right) => Pow(Lit(left), right);

    /// <summary>As <see cref="Pow(Column, Column)"/>, the first a constant, the second a column named.</summary>
    public static Column Pow(double left, string rightName) => Pow(Lit(left), Col(rightName));
}
