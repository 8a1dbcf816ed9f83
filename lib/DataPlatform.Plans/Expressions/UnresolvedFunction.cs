namespace DataPlatform.Plans;

/// <summary>A function or operator by Spark's name. An aggregate or window function is one by what its name resolves to.</summary>
/// <param name="Name">The name, without case.</param>
/// <param name="Arguments">The arguments in order.</param>
/// <param name="IsDistinct">Whether an aggregate takes each combination of arguments once.</param>
/// <param name="Filter">Which rows an aggregate takes; null: all. From SQL text only.</param>
/// <param name="IgnoreNulls">Whether a window function or aggregate passes over nulls (<c>IGNORE NULLS</c>). Spark Connect has it as the fourth argument of <c>lag</c> and <c>lead</c> instead.</param>
public sealed record UnresolvedFunction(
    string Name,
    ValueList<Expression> Arguments,
    bool IsDistinct = false,
    Expression? Filter = null,
    bool IgnoreNulls = false) : Expression
{
    /// <inheritdoc/>
    public override ValueList<Expression> Children => Filter is null ? Arguments : Arguments.Concat([Filter]);

    /// <inheritdoc/>
    public override Expression WithChildren(ValueList<Expression> children) => Filter is null
        ? this with { Arguments = children }
        : this with { Arguments = children.Take(Arguments.Count).ToValueList(), Filter = children[^1] };
}
