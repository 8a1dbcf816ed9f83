namespace DataPlatform.Plans;

/// <summary>A query inside an expression; names that it does not have are those of the query around it.</summary>
/// <param name="Kind">What is taken of it.</param>
/// <param name="Plan">The query.</param>
/// <param name="Values">For <see cref="SubqueryKind.In"/>: what is looked for, one a column of the query; else none.</param>
public sealed record SubqueryExpression(SubqueryKind Kind, LogicalPlan Plan, ValueList<Expression> Values) : Expression
{
    /// <inheritdoc/>
    public override ValueList<Expression> Children => Values;

    /// <inheritdoc/>
    public override Expression WithChildren(ValueList<Expression> children) => this with { Values = children };
}
