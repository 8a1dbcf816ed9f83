namespace Specification;

/// <summary>Every engine is held to every suite.</summary>
public sealed class ComplianceTests
{
    private static readonly Type[] All = typeof(ComplianceTests).Assembly.GetTypes();

    public static IEnumerable<object[]> Pairs => from suite in Suites from engine in Engines select new object[] { suite.Name, engine.Name };

    private static IEnumerable<Type> Engines => All.Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(EngineFixture)));

    /// <summary>A suite is an abstract class with test methods.</summary>
    private static IEnumerable<Type> Suites => All.Where(type => type.IsAbstract && type.GetMethods().Any(method => method.IsDefined(typeof(FactAttribute), inherit: true)));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Suite_is_derived_once_by_each_engine(string suite, string engine)
    {
        var whole = Suites.Single(type => type.Name == suite).MakeGenericType(Engines.Single(type => type.Name == engine));
        Assert.Single(All, type => !type.IsAbstract && type.IsSubclassOf(whole));
    }

    [Fact]
    public void There_are_suites_and_two_engines()
    {
        Assert.Equal(["EmbeddedEngine", "SparkEngine"], Engines.Select(type => type.Name).Order());
        Assert.NotEmpty(Suites);
    }
}
