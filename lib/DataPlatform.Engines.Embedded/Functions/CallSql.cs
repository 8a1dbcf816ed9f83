using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>A call on its way to SQL: its arguments as SQL and as what they are.</summary>
internal sealed class CallSql
{
    private readonly IReadOnlyList<string> _arguments;

    public CallSql(BoundCall call, IReadOnlyList<string> arguments, string timeZone)
    {
        Call = call;
        _arguments = arguments;
        TimeZone = timeZone;
    }

    /// <summary>The call.</summary>
    public BoundCall Call { get; }

    /// <summary>How many arguments there are.</summary>
    public int Count => _arguments.Count;

    /// <summary>The result's type.</summary>
    public DataType Type => Call.Type;

    /// <summary>The result's type as DuckDB writes it.</summary>
    public string ResultDuckType => DuckTypes.Of(Type);

    /// <summary>The session time zone's name.</summary>
    public string TimeZone { get; }

    /// <summary>The session time zone as a string literal.</summary>
    public string TimeZoneLiteral => SqlText.Quote(TimeZone);

    /// <summary><c>"DISTINCT "</c> where an aggregate takes each combination of arguments once, else empty. Stands right behind the aggregate's opening parenthesis.</summary>
    public string DistinctSql { get; init; } = "";

    /// <summary><c>" FILTER (WHERE …)"</c> where an aggregate takes some rows only, else empty. Stands right behind the aggregate's closing parenthesis.</summary>
    public string FilterSql { get; init; } = "";

    /// <summary><c>" OVER (…)"</c> where the function runs over a window, else empty. Stands behind <see cref="FilterSql"/>.</summary>
    public string OverSql { get; init; } = "";

    /// <summary>Writes a lambda's body with its parameters replaced by the given SQL, in order.</summary>
    public Func<BoundLambda, IReadOnlyList<string>, string>? LambdaBody { get; init; }

    /// <summary>All arguments' SQL, separated by commas.</summary>
    public string All => string.Join(", ", _arguments);

    /// <summary>An argument's SQL.</summary>
    public string this[int index] => _arguments[index];

    /// <summary>What all arguments are ordered by.</summary>
    public string[] Keys() => OrderKeySql.Of([.. _arguments.Select((argument, i) => (argument, TypeOf(i)))]);

    /// <summary>An argument.</summary>
    public BoundExpression Argument(int index) => Call.Arguments[index];

    /// <summary>The SQL of the value that an argument orders by, which is the key of a WITHIN GROUP: read out of the order's SQL.</summary>
    public string OrderedValue(int index)
    {
        var order = (BoundSortOrder)Argument(index);
        return this[index][..^$" {(order.IsAscending ? "ASC" : "DESC")} NULLS {(order.NullsFirst ? "FIRST" : "LAST")}".Length];
    }

    /// <summary>An argument's type.</summary>
    public DataType TypeOf(int index) => Call.Arguments[index].Type;

    /// <summary>An argument's type as DuckDB writes it.</summary>
    public string DuckTypeOf(int index) => DuckTypes.Of(Call.Arguments[index].Type);

    /// <summary>The body of the lambda at an argument's position, with its parameters replaced by the given SQL, in order.</summary>
    public string Lambda(int index, params string[] parameterSql) =>
        LambdaBody!((BoundLambda)Argument(index), parameterSql);

    /// <summary>The value of an argument that is a constant; an error by name where it is none.</summary>
    public object? Constant(int index) => Argument(index) switch
    {
        BoundLiteral literal => literal.Value,
        BoundCast { Child: BoundLiteral { Value: null } } => null,
        var argument => Casts.Constant(argument) ?? throw EmbeddedErrors.NonFoldableArgument(Call.Function.Name, index),
    };
}
