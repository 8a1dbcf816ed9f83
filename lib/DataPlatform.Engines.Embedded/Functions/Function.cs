using DataPlatform.Engines.Embedded.Analysis;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>
/// A row of the function table: what a Spark function takes, what it gives, and how DuckDB is told. Several rows may share a name; the first that
/// takes the arguments wins, as Spark's overloads by type do.
/// </summary>
internal sealed record Function(string Name, FunctionKind Kind)
{
    /// <summary>What each argument must be, in order; the last one repeats where <see cref="IsVariadic"/>.</summary>
    public required IReadOnlyList<Parameter> Parameters { get; init; }

    /// <summary>How many arguments there must be at least; those behind are optional and simply absent.</summary>
    public required int RequiredArguments { get; init; }

    /// <summary>Whether any number of arguments may take the last parameter's place.</summary>
    public bool IsVariadic { get; init; }

    /// <summary>
    /// The types that the arguments are cast to, where that depends on all of them or on constants; null from it: not taken. In place of <see cref="Parameter.Accept"/>.
    /// </summary>
    public Func<IReadOnlyList<BoundExpression>, IReadOnlyList<DataType>?>? Coerce { get; init; }

    /// <summary>The result's type, from the arguments after their casts.</summary>
    public required Func<IReadOnlyList<BoundExpression>, DataType> Result { get; init; }

    /// <summary>Whether the result may be null, from the arguments after their casts. Default: where one of them may.</summary>
    public Func<IReadOnlyList<BoundExpression>, bool> Nullable { get; init; } = arguments => arguments.Any(a => a.IsNullable);

    /// <summary>The DuckDB SQL.</summary>
    public required SqlForm Sql { get; init; }

    /// <summary>
    /// Types (and nullabilities) of the parameters of the lambda that stands at an argument's position, from the arguments before it; null where the function takes no lambda.
    /// Called with the lambda's own number of parameters.
    /// </summary>
    public Func<IReadOnlyList<BoundExpression>, int, IReadOnlyList<(DataType Type, bool IsNullable)>>? LambdaParameters { get; init; }

    /// <summary>
    /// The name of the output column where no alias is given; null: Spark's default, the call as SQL text. Generators: the names of their columns.
    /// </summary>
    public string? DisplayName { get; init; }

    /// <summary>Whether two calls with equal arguments may differ (<c>rand</c>, <c>uuid</c>): never folded, merged or pushed around.</summary>
    public bool IsVolatile { get; init; }

    /// <summary>The position of the seed that is drawn where a query does not give one; null where there is none.</summary>
    public int? SeedAt { get; init; }

    /// <summary>Functions compare by identity: each is one row of one table.</summary>
    public bool Equals(Function? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
