namespace DataPlatform.Plans;

/// <summary>
/// A row a group; unordered. Columns: the grouping expressions unless <paramref name="Aggregates"/> alone says them (SQL), then the aggregates; with a pivot, the aggregates once a value.
/// Rows whose keys are null are a group. Without grouping there is one row, also for no input.
/// </summary>
/// <param name="Input">The relation read.</param>
/// <param name="Type">Which groups are made of the grouping expressions.</param>
/// <param name="Grouping">The grouping expressions.</param>
/// <param name="Aggregates">The columns computed.</param>
/// <param name="Pivot">For <see cref="GroupType.Pivot"/>: the column whose values become columns; else null.</param>
/// <param name="GroupingSets">For <see cref="GroupType.GroupingSets"/>: the sets; else none.</param>
public sealed record Aggregate(
    LogicalPlan Input,
    GroupType Type,
    ValueList<Expression> Grouping,
    ValueList<Expression> Aggregates,
    Pivot? Pivot,
    ValueList<ValueList<Expression>> GroupingSets) : UnaryPlan(Input)
{
    /// <summary>Whether the output is the aggregates alone, in which the grouping expressions may stand (SQL's <c>SELECT</c> list). From SQL text only.</summary>
    public bool GroupingInAggregatesOnly { get; init; }

    /// <summary>Whether the rows are grouped by all columns of the output that hold no aggregate (SQL's <c>GROUP BY ALL</c>). From SQL text only.</summary>
    public bool GroupsByAll { get; init; }

    /// <summary>Which groups are kept (SQL's <c>HAVING</c>); null: all. From SQL text only.</summary>
    public Expression? Having { get; init; }
}
