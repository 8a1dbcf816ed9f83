namespace DataPlatform.Plans;

/// <summary>
/// Rows of both relations, of both alike, or of the first without those of the second; unordered unless a union. Columns named as the left's, with the common types;
/// nulls count as equal.
/// </summary>
/// <param name="Left">The first relation.</param>
/// <param name="Right">The second relation; as many columns unless by name with missing ones allowed.</param>
/// <param name="Kind">Which rows.</param>
/// <param name="IsAll">Whether duplicates are kept (intersect: as often as in both; except: as often as the difference).</param>
/// <param name="ByName">Whether columns are matched by name, not by position.</param>
/// <param name="AllowMissingColumns">By name: whether a column that one side lacks is null there.</param>
public sealed record SetOperation(
    LogicalPlan Left,
    LogicalPlan Right,
    SetOperationKind Kind,
    bool IsAll,
    bool ByName = false,
    bool AllowMissingColumns = false) : BinaryPlan(Left, Right);
