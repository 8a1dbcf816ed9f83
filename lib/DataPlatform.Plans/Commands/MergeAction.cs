namespace DataPlatform.Plans;

/// <summary>One clause of a merge.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Condition">Which rows it takes; null: all.</param>
/// <param name="Assignments">Columns and values; none where all columns are set from the source's of the same name, or rows are deleted.</param>
public sealed record MergeAction(MergeActionKind Kind, Expression? Condition, ValueList<Assignment> Assignments);
