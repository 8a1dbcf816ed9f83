namespace DataPlatform.Plans;

/// <summary>A window function or aggregate over the rows around each row.</summary>
/// <param name="Function">The function.</param>
/// <param name="PartitionBy">What rows of one window share; none: all rows are one window.</param>
/// <param name="OrderBy">Their order; none: unordered.</param>
/// <param name="Frame">Which of them are taken; null: Spark's default for the function and order.</param>
public sealed record WindowExpression(
    Expression Function,
    ValueList<Expression> PartitionBy,
    ValueList<SortOrder> OrderBy,
    WindowFrame? Frame = null) : Expression
{
    /// <inheritdoc/>
    public override ValueList<Expression> Children => [Function, .. PartitionBy, .. OrderBy];

    /// <inheritdoc/>
    public override Expression WithChildren(ValueList<Expression> children) => this with
    {
        Function = children[0],
        PartitionBy = children.Skip(1).Take(PartitionBy.Count).ToValueList(),
        OrderBy = children.Skip(1 + PartitionBy.Count).Cast<SortOrder>().ToValueList(),
    };
}
