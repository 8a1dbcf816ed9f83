using DataPlatform;
using DataPlatform.Engines.Embedded;
using DataPlatform.Plans;

namespace Architecture;

/// <summary>The embedded engine carries out every kind of node, or refuses it with a coded error. Anything else, such as a switch without an arm, is a gap.</summary>
public sealed class EmbeddedNodeTests : IDisposable
{
    private readonly EmbeddedEngine _engine = new(new Dictionary<string, string>());

    private readonly string _folder = Directory.CreateTempSubdirectory("nodes").FullName;

    public EmbeddedNodeTests() => File.WriteAllText(Path.Combine(_folder, "a.csv"), "1\n2\n");

    public void Dispose()
    {
        _engine.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Every_relation_is_run_or_refused() =>
        AssertRefused([], PlanSamples.Relations(_folder).Where(relation => relation is not NamedTable and not DescribeHistory and not CachedRemoteRelation), Run);

    [Fact]
    public void Every_expression_is_run_or_refused() => AssertRefused([], PlanSamples.Expressions(), expression => Run(PlanSamples.Using(expression)));

    [Fact]
    public void Every_command_is_run_or_refused() => AssertRefused([], PlanSamples.Commands(_folder), command => _engine.Execute(command));

    private void Run(LogicalPlan plan)
    {
        using var result = _engine.Execute(plan);
        Assert.NotNull(result.Rows.ToList());
    }

    private static string Name(object node) => node switch
    {
        Aggregate aggregate => $"Aggregate.{aggregate.Type}",
        WriteOperation write => $"WriteOperation.{write.Mode}",
        WriteOperationV2 write => $"WriteOperationV2.{write.Mode}",
        SubqueryExpression subquery => $"SubqueryExpression.{subquery.Kind}",
        _ => node.GetType().Name,
    };

    /// <summary>Exactly the expected nodes are refused: one that the engine learns to carry out fails the test, so that the list stays true.</summary>
    private static void AssertRefused<T>(string[] expected, IEnumerable<T> nodes, Action<T> run)
        where T : notnull
    {
        var refused = new List<(string Node, string Message)>();
        foreach (var node in nodes)
        {
            try
            {
                run(node);
            }
            catch (DataPlatformException refusal)
            {
                refused.Add((Name(node), refusal.Message));
            }
        }

        Assert.True(
            refused.Select(refusal => refusal.Node).Distinct().Order().SequenceEqual(expected.Order()),
            $"Expected to be refused: {string.Join(", ", expected)}. Refused:\n{string.Join('\n', refused)}");
    }
}
