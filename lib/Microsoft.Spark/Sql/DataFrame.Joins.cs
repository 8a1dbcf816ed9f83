using DataPlatform.Plans;

namespace Microsoft.Spark.Sql;

public sealed partial class DataFrame
{
    /// <summary>Every pair of rows: columns of this, then of the other.</summary>
    public DataFrame Join(DataFrame right) => Join(right, JoinType.Inner, null, []);

    /// <summary>Pairs that are equal in a column of both, which then comes first, once.</summary>
    public DataFrame Join(DataFrame right, string usingColumn) => Join(right, [usingColumn]);

    /// <summary>
    /// Pairs that are equal in some columns of both, which then come first, once; then the others of both sides (semi, anti: of this alone). Nulls equal nothing.
    /// </summary>
    /// <param name="right">The other side.</param>
    /// <param name="usingColumns">The columns' names.</param>
    /// <param name="joinType">
    /// <c>inner</c>, <c>cross</c>, <c>outer</c> (<c>full</c>, <c>fullouter</c>), <c>left</c> (<c>leftouter</c>), <c>right</c> (<c>rightouter</c>),
    /// <c>semi</c> (<c>leftsemi</c>), <c>anti</c> (<c>leftanti</c>); case and underscores do not count. The side that an outer join fills has nulls.
    /// </param>
    /// <exception cref="DataPlatform.AnalysisException"><c>UNSUPPORTED_JOIN_TYPE</c>.</exception>
    public DataFrame Join(DataFrame right, IEnumerable<string> usingColumns, string joinType = "inner") =>
        Join(right, JoinTypeOf(joinType), null, [.. usingColumns]);

    /// <summary>
    /// Pairs for which a condition is true: columns of this, then of the other (semi, anti: of this alone). Columns of one name are told apart by
    /// <see cref="Col"/>.
    /// </summary>
    /// <param name="right">The other side.</param>
    /// <param name="joinExpr">The condition.</param>
    /// <param name="joinType">As in <see cref="Join(DataFrame, IEnumerable{string}, string)"/>.</param>
    /// <exception cref="DataPlatform.AnalysisException"><c>UNSUPPORTED_JOIN_TYPE</c>.</exception>
    public DataFrame Join(DataFrame right, Column joinExpr, string joinType = "inner") =>
        Join(right, JoinTypeOf(joinType), joinExpr.Expression, []);

    /// <summary>Every pair of rows: columns of this, then of the other.</summary>
    public DataFrame CrossJoin(DataFrame right) => Join(right, JoinType.Cross, null, []);

    private static JoinType JoinTypeOf(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant() switch
    {
        "inner" => JoinType.Inner,
        "cross" => JoinType.Cross,
        "outer" or "full" or "fullouter" => JoinType.FullOuter,
        "left" or "leftouter" => JoinType.LeftOuter,
        "right" or "rightouter" => JoinType.RightOuter,
        "semi" or "leftsemi" => JoinType.LeftSemi,
        "anti" or "leftanti" => JoinType.LeftAnti,
        _ => throw SparkErrors.UnsupportedJoinType(name),
    };

    private DataFrame Join(DataFrame right, JoinType type, Expression? condition, DataPlatform.ValueList<string> usingColumns)
    {
        // A cross join that is given a condition is an inner join, as in Spark.
        var kind = type == JoinType.Cross && (condition is not null || usingColumns.Count > 0) ? JoinType.Inner : type;
        return With(new Join(Plan, right.Plan, kind, condition, usingColumns));
    }
}
