namespace Microsoft.Spark.Sql;

public static partial class Functions
{
    /// <summary>The absolute value, of the same type; the smallest whole number overflows and fails.</summary>
    public static Column Abs(Column column) => Call("abs", column);

    /// <summary>The arc cosine in radians: double; NaN outside -1 to 1.</summary>
    public static Column Acos(Column column) => Call("acos", column);

    /// <summary>As <see cref="Acos(Column)"/>, of the column named.</summary>
    public static Column Acos(string columnName) => Acos(Col(columnName));

    /// <summary>The inverse hyperbolic cosine: double; NaN below 1.</summary>
    public static Column Acosh(Column column) => Call("acosh", column);

    /// <summary>As <see cref="Acosh(Column)"/>, of the column named.</summary>
    public static Column Acosh(string columnName) => Acosh(Col(columnName));

    /// <summary>The arc sine in radians: double; NaN outside -1 to 1.</summary>
    public static Column Asin(Column column) => Call("asin", column);

    /// <summary>As <see cref="Asin(Column)"/>, of the column named.</summary>
    public static Column Asin(string columnName) => Asin(Col(columnName));

    /// <summary>The inverse hyperbolic sine: double.</summary>
    public static Column Asinh(Column column) => Call("asinh", column);

    /// <summary>As <see cref="Asinh(Column)"/>, of the column named.</summary>
    public static Column Asinh(string columnName) => Asinh(Col(columnName));

    /// <summary>The arc tangent in radians: double.</summary>
    public static Column Atan(Column column) => Call("atan", column);

    /// <summary>As <see cref="Atan(Column)"/>, of the column named.</summary>
    public static Column Atan(string columnName) => Atan(Col(columnName));

    /// <summary>The inverse hyperbolic tangent: double; NaN outside -1 to 1.</summary>
    public static Column Atanh(Column column) => Call("atanh", column);

    /// <summary>As <see cref="Atanh(Column)"/>, of the column named.</summary>
    public static Column Atanh(string columnName) => Atanh(Col(columnName));

    /// <summary>The binary digits of a bigint as text; negative ones in two's complement of 64 bits.</summary>
    public static Column Bin(Column column) => Call("bin", column);

    /// <summary>As <see cref="Bin(Column)"/>, of the column named.</summary>
    public static Column Bin(string columnName) => Bin(Col(columnName));

    /// <summary>The cube root: double.</summary>
    public static Column Cbrt(Column column) => Call("cbrt", column);

    /// <summary>As <see cref="Cbrt(Column)"/>, of the column named.</summary>
    public static Column Cbrt(string columnName) => Cbrt(Col(columnName));

    /// <summary>The smallest whole number that is not less: bigint of double, decimal of scale 0 of decimal.</summary>
    public static Column Ceil(Column column) => Call("ceil", column);

    /// <summary>As <see cref="Ceil(Column)"/>, of the column named.</summary>
    public static Column Ceil(string columnName) => Ceil(Col(columnName));

    /// <summary>
    /// A whole number, as text in one base of 2 to 36, as text in another; a negative <c>toBase</c> takes numbers as signed. The text is read up to the first
    /// character that is no digit; without any digit it is 0.
    /// </summary>
    public static Column Conv(Column column, int fromBase, int toBase) => Call("conv", column, Lit(fromBase), Lit(toBase));

    /// <summary>The cosine of radians: double.</summary>
    public static Column Cos(Column column) => Call("cos", column);

    /// <summary>As <see cref="Cos(Column)"/>, of the column named.</summary>
    public static Column Cos(string columnName) => Cos(Col(columnName));

    /// <summary>The hyperbolic cosine: double.</summary>
    public static Column Cosh(Column column) => Call("cosh", column);

    /// <summary>As <see cref="Cosh(Column)"/>, of the column named.</summary>
    public static Column Cosh(string columnName) => Cosh(Col(columnName));

    /// <summary>Radians as degrees: double.</summary>
    public static Column Degrees(Column column) => Call("degrees", column);

    /// <summary>As <see cref="Degrees(Column)"/>, of the column named.</summary>
    public static Column Degrees(string columnName) => Degrees(Col(columnName));

    /// <summary>e to this power: double.</summary>
    public static Column Exp(Column column) => Call("exp", column);

    /// <summary>As <see cref="Exp(Column)"/>, of the column named.</summary>
    public static Column Exp(string columnName) => Exp(Col(columnName));

    /// <summary>e to this power, less 1, exact near 0: double.</summary>
    public static Column Expm1(Column column) => Call("expm1", column);

    /// <summary>As <see cref="Expm1(Column)"/>, of the column named.</summary>
    public static Column Expm1(string columnName) => Expm1(Col(columnName));

    /// <summary>The factorial of 0 to 20: bigint; null outside.</summary>
    public static Column Factorial(Column column) => Call("factorial", column);

    /// <summary>The greatest whole number that is not more: bigint of double, decimal of scale 0 of decimal.</summary>
    public static Column Floor(Column column) => Call("floor", column);

    /// <summary>As <see cref="Floor(Column)"/>, of the column named.</summary>
    public static Column Floor(string columnName) => Floor(Col(columnName));

    /// <summary>The greatest of at least two values, nulls aside; null where all are.</summary>
    public static Column Greatest(params Column[] columns) => Call("greatest", columns);

    /// <summary>As <see cref="Greatest(Column[])"/>, of the columns named.</summary>
    public static Column Greatest(string columnName, params string[] columnNames) => Greatest(Columns(columnName, columnNames));

    /// <summary>The hexadecimal digits, upper case, of a bigint, or two a byte of text (UTF-8) or binary.</summary>
    public static Column Hex(Column column) => Call("hex", column);

    /// <summary>The bytes that hexadecimal digits say: binary; null where they are none.</summary>
    public static Column Unhex(Column column) => Call("unhex", column);

    /// <summary>The smallest of at least two values, nulls aside; null where all are.</summary>
    public static Column Least(params Column[] columns) => Call("least", columns);

    /// <summary>As <see cref="Least(Column[])"/>, of the columns named.</summary>
    public static Column Least(string columnName, params string[] columnNames) => Least(Columns(columnName, columnNames));

    /// <summary>The natural logarithm: double; null for 0 and less.</summary>
    public static Column Log(Column column) => Call("ln", column);

    /// <summary>As <see cref="Log(Column)"/>, of the column named.</summary>
    public static Column Log(string columnName) => Log(Col(columnName));

    /// <summary>The logarithm to a base: double; null for 0 and less.</summary>
    public static Column Log(double logBase, Column column) => Call("log", Lit(logBase), column);

    /// <summary>As <see cref="Log(double, Column)"/>, of the column named.</summary>
    public static Column Log(double logBase, string columnName) => Log(logBase, Col(columnName));

    /// <summary>The logarithm to base 10: double; null for 0 and less.</summary>
    public static Column Log10(Column column) => Call("log10", column);

    /// <summary>As <see cref="Log10(Column)"/>, of the column named.</summary>
    public static Column Log10(string columnName) => Log10(Col(columnName));

    /// <summary>The natural logarithm of this plus 1, exact near 0: double; null for -1 and less.</summary>
    public static Column Log1p(Column column) => Call("log1p", column);

    /// <summary>As <see cref="Log1p(Column)"/>, of the column named.</summary>
    public static Column Log1p(string columnName) => Log1p(Col(columnName));

    /// <summary>The logarithm to base 2: double; null for 0 and less.</summary>
    public static Column Log2(Column column) => Call("log2", column);

    /// <summary>As <see cref="Log2(Column)"/>, of the column named.</summary>
    public static Column Log2(string columnName) => Log2(Col(columnName));

    /// <summary>The negative; an overflow fails.</summary>
    public static Column Negate(Column column) => -column;

    /// <summary>The remainder, not negative for a positive divisor. A zero on the right fails.</summary>
    public static Column Pmod(Column left, Column right) => Call("pmod", left, right);

    /// <summary>Degrees as radians: double.</summary>
    public static Column Radians(Column column) => Call("radians", column);

    /// <summary>As <see cref="Radians(Column)"/>, of the column named.</summary>
    public static Column Radians(string columnName) => Radians(Col(columnName));

    /// <summary>A random number a row, 0 inclusive to 1 exclusive: double; the same seed over the same rows gives the same numbers within an engine.</summary>
    public static Column Rand(long seed) => Call("rand", Lit(seed));

    /// <summary>As <see cref="Rand(long)"/>, with a random seed.</summary>
    public static Column Rand() => Rand(Random.Shared.NextInt64());

    /// <summary>
    /// A random number a row from the standard normal distribution: double; the same seed over the same rows gives the same numbers within an engine.
    /// </summary>
    public static Column Randn(long seed) => Call("randn", Lit(seed));

    /// <summary>As <see cref="Randn(long)"/>, with a random seed.</summary>
    public static Column Randn() => Randn(Random.Shared.NextInt64());

    /// <summary>The nearest whole number, as double; a half goes to the even one.</summary>
    public static Column Rint(Column column) => Call("rint", column);

    /// <summary>As <see cref="Rint(Column)"/>, of the column named.</summary>
    public static Column Rint(string columnName) => Rint(Col(columnName));

    /// <summary>Rounded to a whole number, a half away from zero; see <see cref="Round(Column, int)"/>.</summary>
    public static Column Round(Column column) => Round(column, 0);

    /// <summary>
    /// Rounded to so many digits after the point (negative: before it), a half away from zero. The type stays; a decimal's scale becomes this one.
    /// </summary>
    public static Column Round(Column column, int scale) => Call("round", column, Lit(scale));

    /// <summary>Rounded to a whole number, a half to the even one; see <see cref="Bround(Column, int)"/>.</summary>
    public static Column Bround(Column column) => Bround(column, 0);

    /// <summary>Rounded to so many digits after the point (negative: before it), a half to the even digit.</summary>
    public static Column Bround(Column column, int scale) => Call("bround", column, Lit(scale));

    /// <summary>-1, 0 or 1, as double.</summary>
    public static Column Signum(Column column) => Call("signum", column);

    /// <summary>As <see cref="Signum(Column)"/>, of the column named.</summary>
    public static Column Signum(string columnName) => Signum(Col(columnName));

    /// <summary>The sine of radians: double.</summary>
    public static Column Sin(Column column) => Call("sin", column);

    /// <summary>As <see cref="Sin(Column)"/>, of the column named.</summary>
    public static Column Sin(string columnName) => Sin(Col(columnName));

    /// <summary>The hyperbolic sine: double.</summary>
    public static Column Sinh(Column column) => Call("sinh", column);

    /// <summary>As <see cref="Sinh(Column)"/>, of the column named.</summary>
    public static Column Sinh(string columnName) => Sinh(Col(columnName));

    /// <summary>The square root: double; NaN for less than 0.</summary>
    public static Column Sqrt(Column column) => Call("sqrt", column);

    /// <summary>As <see cref="Sqrt(Column)"/>, of the column named.</summary>
    public static Column Sqrt(string columnName) => Sqrt(Col(columnName));

    /// <summary>The tangent of radians: double.</summary>
    public static Column Tan(Column column) => Call("tan", column);

    /// <summary>As <see cref="Tan(Column)"/>, of the column named.</summary>
    public static Column Tan(string columnName) => Tan(Col(columnName));

    /// <summary>The hyperbolic tangent: double.</summary>
    public static Column Tanh(Column column) => Call("tanh", column);

    /// <summary>As <see cref="Tanh(Column)"/>, of the column named.</summary>
    public static Column Tanh(string columnName) => Tanh(Col(columnName));

    /// <summary>The quotient, or null for a zero on the right and an overflow. Not in Microsoft.Spark.</summary>
    public static Column TryDivide(Column left, Column right) => Call("try_divide", left, right);

    /// <summary>The sum, or null for an overflow. Not in Microsoft.Spark.</summary>
    public static Column TryAdd(Column left, Column right) => Call("try_add", left, right);
}
