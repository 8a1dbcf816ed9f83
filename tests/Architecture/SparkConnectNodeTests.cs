using DataPlatform;
using DataPlatform.Engines.SparkConnect.Conversion;
using DataPlatform.Plans;
using Proto = DataPlatform.Engines.SparkConnect.Protos;

namespace Architecture;

/// <summary>Every kind of node has a message of Spark Connect, or is refused by name: those that only SQL text makes, which Spark parses itself.</summary>
public sealed class SparkConnectNodeTests
{
    private const string NoFolder = "/none";

    [Fact]
    public void Every_relation_is_translated_or_refused() =>
        AssertRefused([nameof(InlineTable), nameof(Generate)], PlanSamples.Relations(NoFolder), relation => Converter().Relation(relation));

    [Fact]
    public void Every_expression_is_translated() => AssertRefused([], PlanSamples.Expressions(), expression => Converter().Relation(PlanSamples.Using(expression)));

    [Fact]
    public void Every_command_is_translated_or_refused() => AssertRefused([nameof(CreateTempView)], PlanSamples.Commands(NoFolder), command => Converter().Plan(command));

    private static PlanConverter Converter() => new(local => new Proto.Relation { LocalRelation = new() { Schema = local.Schema.Json } });

    private static void AssertRefused<T>(string[] expected, IEnumerable<T> nodes, Action<T> translate)
        where T : notnull
    {
        var refused = new HashSet<string>();
        foreach (var node in nodes)
        {
            try
            {
                translate(node);
            }
            catch (AnalysisException refusal) when (refusal.Code == "UNSUPPORTED_FEATURE.SPARK_CONNECT_ENGINE")
            {
                refused.Add(node.GetType().Name);
            }
        }

        Assert.Equal(expected.Order(), refused.Order());
    }
}
