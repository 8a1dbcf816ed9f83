namespace DataPlatform.Plans;

/// <summary>
/// Pairs of rows; unordered. Columns of the left, then of the right (semi and anti: of the left only). With <paramref name="UsingColumns"/> those come first, once,
/// then the others of both sides. The side that an outer join fills has nullable columns.
/// </summary>
/// <param name="Left">The left relation.</param>
/// <param name="Right">The right relation.</param>
/// <param name="Type">Which pairs and which single rows are kept.</param>
/// <param name="Condition">What a pair must fulfil; null: nothing.</param>
/// <param name="UsingColumns">Names that both sides have and that must be equal; none where a condition stands.</param>
public sealed record Join(
    LogicalPlan Left,
    LogicalPlan Right,
    JoinType Type,
    Expression? Condition,
    ValueList<string> UsingColumns) : BinaryPlan(Left, Right)
{
    /// <summary>Whether the columns of one name on both sides are to be equal, and stand once (SQL's <c>NATURAL</c>). From SQL text only.</summary>
    public bool IsNatural { get; init; }
}
