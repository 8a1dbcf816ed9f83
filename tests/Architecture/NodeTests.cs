using DataPlatform.Plans;

namespace Architecture;

/// <summary>Every node of a plan can be taken apart and put together again, and has a sample that engines are tried with.</summary>
public sealed class NodeTests
{
    private const string NoFolder = "/none";

    [Fact]
    public void Every_relation_has_a_sample() => AssertSampled(typeof(LogicalPlan), PlanSamples.Relations(NoFolder));

    [Fact]
    public void Every_command_has_a_sample() => AssertSampled(typeof(Command), PlanSamples.Commands(NoFolder));

    /// <summary>Some expressions stand inside others only, so the samples' parts count too; a sort order stands in a window or a sort.</summary>
    [Fact]
    public void Every_expression_has_a_sample() => AssertSampled(typeof(Expression), PlanSamples.Expressions().SelectMany(WithParts));

    [Fact]
    public void A_relation_with_its_own_inputs_is_itself() =>
        Assert.All(PlanSamples.Relations(NoFolder), relation => Assert.Equal(relation, relation.WithInputs(relation.Inputs)));

    [Fact]
    public void An_expression_with_its_own_children_is_itself() =>
        Assert.All(PlanSamples.Expressions().SelectMany(WithParts), expression => Assert.Equal(expression, expression.WithChildren(expression.Children)));

    private static IEnumerable<Expression> WithParts(Expression expression) => expression.Children.SelectMany(WithParts).Prepend(expression);

    private static void AssertSampled(Type family, IEnumerable<object> samples)
    {
        var nodes = typeof(LogicalPlan).Assembly.GetTypes().Where(type => type.IsSubclassOf(family) && !type.IsAbstract);
        Assert.Empty(nodes.Except(samples.Select(sample => sample.GetType())).Select(node => node.Name));
    }
}
