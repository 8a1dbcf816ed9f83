using System.Text;
using DataPlatform.Plans;

namespace DataPlatform.Engines.SparkConnect.Conversion;

/// <summary>Delta's commands as SQL statements: Spark Connect has messages for them on servers with Delta's own plug-in only, statements everywhere.</summary>
internal static class DeltaStatements
{
    public static string DescribeHistory(DescribeHistory history) =>
        $"DESCRIBE HISTORY {SqlIdentifier.Of(history.Table)}{(history.Limit is { } limit ? $" LIMIT {limit}" : "")}";

    public static string Delete(DeleteFromTable delete)
    {
        var expressions = new ExpressionSql();
        return $"DELETE FROM {Target(delete.Table, delete.Alias)}{Where(delete.Condition, expressions)}";
    }

    public static string Update(UpdateTable update)
    {
        var expressions = new ExpressionSql();
        return $"UPDATE {Target(update.Table, update.Alias)} SET {Assigned(update.Assignments, expressions)}{Where(update.Condition, expressions)}";
    }

    /// <summary>A merge of a view that stands for the source.</summary>
    public static string Merge(MergeIntoTable merge, string view, string alias)
    {
        var sourcePlans = PlanIds(merge.Source).ToHashSet();
        var expressions = new ExpressionSql(plan => sourcePlans.Contains(plan) ? alias : null);
        var text = new StringBuilder()
            .Append($"MERGE {(merge.WithSchemaEvolution ? "WITH SCHEMA EVOLUTION " : "")}INTO {Target(merge.Table, merge.TargetAlias)}")
            .Append($" USING {SqlIdentifier.Quoted(view)} AS {SqlIdentifier.Quoted(alias)} ON {expressions.Of(merge.Condition)}");
        AppendClauses(text, "MATCHED", merge.Matched, expressions);
        AppendClauses(text, "NOT MATCHED", merge.NotMatched, expressions);
        AppendClauses(text, "NOT MATCHED BY SOURCE", merge.NotMatchedBySource, expressions);
        return text.ToString();
    }

    private static IEnumerable<long> PlanIds(LogicalPlan plan) =>
        plan.Inputs.SelectMany(PlanIds).Concat(plan.PlanId is { } id ? [id] : []);

    private static string Target(TableReference table, string? alias) =>
        alias is null ? SqlIdentifier.Of(table) : $"{SqlIdentifier.Of(table)} AS {SqlIdentifier.Quoted(alias)}";

    private static string Where(Expression? condition, ExpressionSql expressions) => condition is null ? "" : $" WHERE {expressions.Of(condition)}";

    private static string Assigned(IEnumerable<Assignment> assignments, ExpressionSql expressions) =>
        string.Join(", ", assignments.Select(assignment => $"{SqlIdentifier.Column(assignment.Column)} = {expressions.Of(assignment.Value)}"));

    private static void AppendClauses(StringBuilder text, string when, IEnumerable<MergeAction> actions, ExpressionSql expressions)
    {
        foreach (var action in actions)
        {
            var condition = action.Condition is null ? "" : $" AND {expressions.Of(action.Condition)}";
            text.Append($" WHEN {when}{condition} THEN {Action(action, expressions)}");
        }
    }

    private static string Action(MergeAction action, ExpressionSql expressions) => action.Kind switch
    {
        MergeActionKind.Delete => "DELETE",
        MergeActionKind.Update => $"UPDATE SET {Assigned(action.Assignments, expressions)}",
        MergeActionKind.UpdateStar => "UPDATE SET *",
        MergeActionKind.Insert => $"INSERT ({string.Join(", ", action.Assignments.Select(a => SqlIdentifier.Column(a.Column)))}) VALUES ({string.Join(", ", action.Assignments.Select(a => expressions.Of(a.Value)))})",
        MergeActionKind.InsertStar => "INSERT *",
        _ => throw SparkConnectErrors.UnsupportedInPlan($"the merge action {action.Kind}", "Take another."),
    };
}
