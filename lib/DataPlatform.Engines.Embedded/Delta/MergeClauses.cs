using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Plans;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>The condition and clauses of a merge, settled over target and source.</summary>
internal sealed class MergeClauses
{
    public MergeClauses(MergeIntoTable merge, DeltaTarget target, Bound source, Analyzer analyzer)
    {
        var both = new ExpressionBinder(analyzer, target.Scope.Join(source.Scope));
        Condition = DeltaTarget.Condition(both, merge.Condition, "MERGE");
        Matched = MergeClause.Of(merge.Matched, target, both, source.Scope);
        NotMatched = MergeClause.Of(merge.NotMatched, target, new ExpressionBinder(analyzer, source.Scope), source.Scope);
        NotMatchedBySource = MergeClause.Of(merge.NotMatchedBySource, target, target.Binder, source.Scope);
    }

    /// <summary>Which pairs match.</summary>
    public BoundExpression Condition { get; }

    /// <summary>What is done with matched target rows.</summary>
    public List<MergeClause> Matched { get; }

    /// <summary>Which source rows are inserted.</summary>
    public List<MergeClause> NotMatched { get; }

    /// <summary>What is done with target rows that no source row matches.</summary>
    public List<MergeClause> NotMatchedBySource { get; }

    /// <summary>Whether several source rows may match a target row: all that can happen to it is that it goes.</summary>
    public bool AllowsSeveralMatches => Matched is [] or [{ IsDelete: true, Condition: null }];
}
