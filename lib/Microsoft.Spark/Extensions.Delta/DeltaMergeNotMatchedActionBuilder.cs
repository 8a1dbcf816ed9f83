using DataPlatform.Plans;
using Microsoft.Spark.Sql;

namespace Microsoft.Spark.Extensions.Delta.Tables;

/// <summary>What a clause of a merge does with source rows without a match.</summary>
public sealed class DeltaMergeNotMatchedActionBuilder
{
    private readonly Expression? _condition;
    private readonly Func<MergeAction, DeltaMergeBuilder> _add;

    internal DeltaMergeNotMatchedActionBuilder(Expression? condition, Func<MergeAction, DeltaMergeBuilder> add)
    {
        _condition = condition;
        _add = add;
    }

    /// <summary>Inserts a row of some columns; the others are null.</summary>
    public DeltaMergeBuilder Insert(Dictionary<string, Column> values) => _add(new MergeAction(MergeActionKind.Insert, _condition, Assignments.Of(values)));

    /// <summary>As <see cref="Insert"/>, by SQL text.</summary>
    public DeltaMergeBuilder InsertExpr(Dictionary<string, string> values) => _add(new MergeAction(MergeActionKind.Insert, _condition, Assignments.Of(values)));

    /// <summary>Inserts the source row, columns matched by name.</summary>
    public DeltaMergeBuilder InsertAll() => _add(new MergeAction(MergeActionKind.InsertStar, _condition, []));
}
