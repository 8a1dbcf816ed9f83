using DataPlatform.Plans;

namespace DataPlatform.Engines.SparkConnect.Conversion;

/// <summary>
/// The source of a merge as the view that a statement can name. A view hides the aliases inside it, so those that the merge uses are there again as structs:
/// <c>b.id</c> is then the field <c>id</c> of the column <c>b</c>.
/// </summary>
internal sealed class MergeSource
{
    /// <exception cref="AnalysisException"><c>UNSUPPORTED_FEATURE.SPARK_CONNECT_ENGINE</c>: an alias inside the source is used beside a clause that takes all columns.</exception>
    public MergeSource(MergeIntoTable merge)
    {
        if (merge.Source is SubqueryAlias alias)
        {
            Alias = alias.Name;
            Rows = alias.Input;
            return;
        }

        var clauses = merge.Matched.Concat(merge.NotMatched).Concat(merge.NotMatchedBySource).ToList();
        var used = Aliases(merge.Source).Distinct().Where(name => Expressions(merge, clauses).Any(expression => expression.Any(node => Uses(node, name)))).ToList();
        if (used.Count > 0 && clauses.Any(clause => clause.Kind is MergeActionKind.UpdateStar or MergeActionKind.InsertStar))
        {
            throw SparkConnectErrors.UnsupportedInPlan($"the alias {used[0]} inside a merge's source beside a clause for all columns", "Give the whole source an alias, and use that.");
        }

        Rows = used.Count == 0 ? merge.Source : new Project(merge.Source, [new UnresolvedStar(), .. used.Select(AsStruct)]);
    }

    /// <summary>The name that the source has in the merge; null: none.</summary>
    public string? Alias { get; }

    /// <summary>What the view gives.</summary>
    public LogicalPlan Rows { get; }

    private static IEnumerable<string> Aliases(LogicalPlan plan) => plan is SubqueryAlias alias ? [alias.Name] : plan.Inputs.SelectMany(Aliases);

    private static IEnumerable<Expression> Expressions(MergeIntoTable merge, IEnumerable<MergeAction> clauses) =>
        clauses.SelectMany(clause => clause.Assignments.Select(assignment => assignment.Value).Concat(clause.Condition is { } condition ? [condition] : [])).Prepend(merge.Condition);

    // In text a name may stand anywhere; one too many does no harm where the alias is there.
    private static bool Uses(Expression node, string alias) => node switch
    {
        UnresolvedAttribute attribute => SqlIdentifier.IsQualified(attribute.Name, alias),
        ExpressionString text => text.Text.Contains($"{alias}.", StringComparison.OrdinalIgnoreCase) || text.Text.Contains($"{SqlIdentifier.Quoted(alias)}.", StringComparison.Ordinal),
        _ => false,
    };

    private static Alias AsStruct(string alias) => new(new UnresolvedFunction("struct", [new UnresolvedStar(SqlIdentifier.Quoted(alias))]), alias);
}
