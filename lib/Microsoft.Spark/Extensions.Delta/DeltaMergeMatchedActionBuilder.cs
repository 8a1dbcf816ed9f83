using DataPlatform.Plans;
using Microsoft.Spark.Sql;

namespace Microsoft.Spark.Extensions.Delta.Tables;

/// <summary>What a clause of a merge does with matched table rows.</summary>
public sealed class DeltaMergeMatchedActionBuilder
{
    private readonly Expression? _condition;
    private readonly Func<MergeAction, DeltaMergeBuilder> _add;

    internal DeltaMergeMatchedActionBuilder(Expression? condition, Func<MergeAction, DeltaMergeBuilder> add)
    {
        _condition = condition;
        _add = add;
    }

    /// <summary>Sets some columns, to values computed of both rows.</summary>
    public DeltaMergeBuilder Update(Dictionary<string, Column> set) => _add(new MergeAction(MergeActionKind.Update, _condition, Assignments.Of(set)));

    /// <summary>As <see cref="Update"/>, by SQL text.</summary>
    public DeltaMergeBuilder UpdateExpr(Dictionary<string, string> set) => _add(new MergeAction(MergeActionKind.Update, _condition, Assignments.Of(set)));

    /// <summary>Sets all columns to the source's of the same name.</summary>
    public DeltaMergeBuilder UpdateAll() => _add(new MergeAction(MergeActionKind.UpdateStar, _condition, []));

    /// <summary>Deletes the row.</summary>
    public DeltaMergeBuilder Delete() => _add(new MergeAction(MergeActionKind.Delete, _condition, []));
}
