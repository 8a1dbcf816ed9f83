using DataPlatform.Engines.Embedded.Analysis;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Short forms for the rows of function tables.</summary>
internal static class FunctionRows
{
    /// <summary>A scalar function. <paramref name="optional"/> of the last parameters may be absent.</summary>
    public static Function Scalar(
        string name,
        IReadOnlyList<Parameter> parameters,
        Func<IReadOnlyList<BoundExpression>, DataType> result,
        string sql,
        int optional = 0,
        bool variadic = false,
        Func<IReadOnlyList<BoundExpression>, bool>? nullable = null) =>
        Make(name, FunctionKind.Scalar, parameters, result, SqlForms.Template(sql), optional, variadic, nullable);

    /// <summary>A scalar function whose SQL a template cannot say.</summary>
    public static Function Scalar(
        string name,
        IReadOnlyList<Parameter> parameters,
        Func<IReadOnlyList<BoundExpression>, DataType> result,
        SqlForm sql,
        int optional = 0,
        bool variadic = false,
        Func<IReadOnlyList<BoundExpression>, bool>? nullable = null) =>
        Make(name, FunctionKind.Scalar, parameters, result, sql, optional, variadic, nullable);

    /// <summary>An aggregate. It gives null for no rows unless told otherwise. The form has the holes <c>{distinct}</c>, <c>{filter}</c> and <c>{over}</c>.</summary>
    public static Function Aggregate(
        string name,
        IReadOnlyList<Parameter> parameters,
        Func<IReadOnlyList<BoundExpression>, DataType> result,
        string sql,
        int optional = 0,
        bool variadic = false,
        Func<IReadOnlyList<BoundExpression>, bool>? nullable = null) =>
        Make(name, FunctionKind.Aggregate, parameters, result, SqlForms.Template(sql), optional, variadic, nullable ?? Always);

    /// <summary>An aggregate whose SQL a template cannot say.</summary>
    public static Function Aggregate(
        string name,
        IReadOnlyList<Parameter> parameters,
        Func<IReadOnlyList<BoundExpression>, DataType> result,
        SqlForm sql,
        int optional = 0,
        bool variadic = false,
        Func<IReadOnlyList<BoundExpression>, bool>? nullable = null) =>
        Make(name, FunctionKind.Aggregate, parameters, result, sql, optional, variadic, nullable ?? Always);

    /// <summary>A function over a window only.</summary>
    public static Function Window(
        string name,
        IReadOnlyList<Parameter> parameters,
        Func<IReadOnlyList<BoundExpression>, DataType> result,
        SqlForm sql,
        int optional = 0,
        Func<IReadOnlyList<BoundExpression>, bool>? nullable = null) =>
        Make(name, FunctionKind.Window, parameters, result, sql, optional, variadic: false, nullable);

    /// <summary>A fixed result type.</summary>
    public static Func<IReadOnlyList<BoundExpression>, DataType> Gives(DataType type) => _ => type;

    /// <summary>The type of an argument.</summary>
    public static Func<IReadOnlyList<BoundExpression>, DataType> SameAs(int index) => arguments => arguments[index].Type;

    /// <summary>Null is possible whatever the arguments.</summary>
    public static bool Always(IReadOnlyList<BoundExpression> arguments) => true;

    /// <summary>Null never comes.</summary>
    public static bool Never(IReadOnlyList<BoundExpression> arguments) => false;

    private static Function Make(
        string name,
        FunctionKind kind,
        IReadOnlyList<Parameter> parameters,
        Func<IReadOnlyList<BoundExpression>, DataType> result,
        SqlForm sql,
        int optional,
        bool variadic,
        Func<IReadOnlyList<BoundExpression>, bool>? nullable)
    {
        var row = new Function(name, kind)
        {
            Parameters = parameters,
            RequiredArguments = parameters.Count - optional,
            IsVariadic = variadic,
            Result = result,
            Sql = sql,
        };
        return nullable is null ? row : row with { Nullable = nullable };
    }
}
