using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Plans;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>A clause of a merge, settled.</summary>
/// <param name="Condition">Which rows it takes; null: all.</param>
/// <param name="Values">One value a column of the table; null: the row is deleted.</param>
internal sealed record MergeClause(BoundExpression? Condition, BoundExpression[]? Values)
{
    public bool IsDelete => Values is null;

    /// <summary>The clauses of one kind, settled over what they may name.</summary>
    /// <param name="actions">The clauses in order.</param>
    /// <param name="target">The table.</param>
    /// <param name="binder">Settles conditions and values.</param>
    /// <param name="source">The source's columns, which a star sets and inserts from.</param>
    public static List<MergeClause> Of(IEnumerable<MergeAction> actions, DeltaTarget target, ExpressionBinder binder, Scope source) =>
        [.. actions.Select(action => new MergeClause(
            action.Condition is null ? null : DeltaTarget.Condition(binder, action.Condition, "MERGE"),
            Assigned(action, target, binder, source)))];

    private static BoundExpression[]? Assigned(MergeAction action, DeltaTarget target, ExpressionBinder binder, Scope source) => action.Kind switch
    {
        MergeActionKind.Delete => null,
        MergeActionKind.Update => RowAssignments.Updated(target, binder, action.Assignments),
        MergeActionKind.Insert => RowAssignments.Inserted(target, binder, action.Assignments),
        _ => [.. target.Columns.Select(column => StructuralCast.To(Same(column, source), column.Type))],
    };

    private static BoundColumn Same(BoundColumn column, Scope source) =>
        source.Columns.FirstOrDefault(c => c.Name.Equals(column.Name, StringComparison.OrdinalIgnoreCase))?.Column ?? throw new AnalysisException(
            "DELTA_MERGE_UNRESOLVED_EXPRESSION",
            $"The table's column {column.Name} is set from the source's of that name, and the source has none; it has {string.Join(", ", source.Columns.Select(c => c.Name))}.",
            EmbeddedErrors.Of(("sqlExpr", column.Name)));
}
