namespace DataPlatform.Plans;

/// <summary>One key of an order.</summary>
/// <param name="Child">What is compared.</param>
/// <param name="IsAscending">Whether smaller comes first.</param>
/// <param name="NullsFirst">Whether null comes before all others; Spark's default is true for ascending and false for descending.</param>
public sealed record SortOrder(Expression Child, bool IsAscending, bool NullsFirst) : Expression
{
    /// <summary>A key with Spark's default place for nulls: first when ascending, last when descending.</summary>
    public SortOrder(Expression child, bool isAscending = true)
        : this(child, isAscending, isAscending)
    {
    }

    /// <inheritdoc/>
    public override ValueList<Expression> Children => [Child];

    /// <inheritdoc/>
    public override Expression WithChildren(ValueList<Expression> children) => this with { Child = children[0] };
}
