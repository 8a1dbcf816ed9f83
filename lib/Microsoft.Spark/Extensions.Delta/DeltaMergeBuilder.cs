using DataPlatform.Plans;
using Microsoft.Spark.Sql;

namespace Microsoft.Spark.Extensions.Delta.Tables;

/// <summary>
/// A merge being described: what to do with matched rows, with source rows without a match, and with table rows without one. Of the clauses of one
/// kind the first whose condition holds is taken; where none does the row stays as it is. Immutable; every method gives a new one.
/// </summary>
public sealed class DeltaMergeBuilder
{
    private readonly SparkSession _session;
    private readonly MergeIntoTable _merge;

    internal DeltaMergeBuilder(SparkSession session, MergeIntoTable merge)
    {
        _session = session;
        _merge = merge;
    }

    /// <summary>What is done with every matched table row.</summary>
    public DeltaMergeMatchedActionBuilder WhenMatched() => Matched(null);

    /// <summary>What is done with matched table rows for which an SQL condition on both rows is true.</summary>
    public DeltaMergeMatchedActionBuilder WhenMatched(string condition) => WhenMatched(Functions.Expr(condition));

    /// <summary>What is done with matched table rows for which a condition on both rows is true.</summary>
    public DeltaMergeMatchedActionBuilder WhenMatched(Column condition) => Matched(condition.Expression);

    /// <summary>What is done with every source row without a match.</summary>
    public DeltaMergeNotMatchedActionBuilder WhenNotMatched() => NotMatched(null);

    /// <summary>What is done with source rows without a match for which an SQL condition is true.</summary>
    public DeltaMergeNotMatchedActionBuilder WhenNotMatched(string condition) => WhenNotMatched(Functions.Expr(condition));

    /// <summary>What is done with source rows without a match for which a condition is true.</summary>
    public DeltaMergeNotMatchedActionBuilder WhenNotMatched(Column condition) => NotMatched(condition.Expression);

    /// <summary>What is done with every table row without a match. Not in Microsoft.Spark.</summary>
    public DeltaMergeNotMatchedBySourceActionBuilder WhenNotMatchedBySource() => NotMatchedBySource(null);

    /// <summary>What is done with table rows without a match for which an SQL condition is true. Not in Microsoft.Spark.</summary>
    public DeltaMergeNotMatchedBySourceActionBuilder WhenNotMatchedBySource(string condition) => WhenNotMatchedBySource(Functions.Expr(condition));

    /// <summary>What is done with table rows without a match for which a condition is true. Not in Microsoft.Spark.</summary>
    public DeltaMergeNotMatchedBySourceActionBuilder WhenNotMatchedBySource(Column condition) => NotMatchedBySource(condition.Expression);

    /// <summary>Adds columns to the table that only the source has, where <c>UpdateAll</c> or <c>InsertAll</c> sets them. Not in Microsoft.Spark.</summary>
    public DeltaMergeBuilder WithSchemaEvolution() => new(_session, _merge with { WithSchemaEvolution = true });

    /// <summary>Carries the merge out, in one commit.</summary>
    /// <exception cref="DataPlatform.DataPlatformException">
    /// <c>DELTA_MULTIPLE_SOURCE_ROW_MATCHING_TARGET_ROW_IN_MERGE</c>: several source rows would change one table row. Nothing was changed.
    /// </exception>
    /// <exception cref="DataPlatform.AnalysisException"><c>DELTA_MERGE_MISSING_WHEN</c>: there is no clause.</exception>
    public void Execute() => _session.Engine.Execute(_merge);

    private DeltaMergeMatchedActionBuilder Matched(Expression? condition) =>
        new(condition, action => new DeltaMergeBuilder(_session, _merge with { Matched = [.. _merge.Matched, action] }));

    private DeltaMergeNotMatchedActionBuilder NotMatched(Expression? condition) =>
        new(condition, action => new DeltaMergeBuilder(_session, _merge with { NotMatched = [.. _merge.NotMatched, action] }));

    private DeltaMergeNotMatchedBySourceActionBuilder NotMatchedBySource(Expression? condition) =>
        new(condition, action => new DeltaMergeBuilder(_session, _merge with { NotMatchedBySource = [.. _merge.NotMatchedBySource, action] }));
}
