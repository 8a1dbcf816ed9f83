using DataPlatform.Plans;

namespace Microsoft.Spark.Sql.Tests;

/// <summary>Plans and expressions as tests write them.</summary>
internal static class Plans
{
    public static readonly LogicalPlan Source = new NamedTable("t");

    public static Expression A { get; } = new UnresolvedAttribute("a");

    public static Expression B { get; } = new UnresolvedAttribute("b");

    public static Expression Function(string name, params Expression[] arguments) => new UnresolvedFunction(name, [.. arguments]);

    public static Expression Constant(object? value) => Literal.Of(value);

    /// <summary>The plan without the identities of its data frames, which differ from run to run.</summary>
    public static LogicalPlan WithoutIds(LogicalPlan plan) => plan.Rewrite(node => node with { PlanId = null });
}
