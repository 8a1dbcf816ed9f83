namespace Specification;

/// <summary>Calls on data frames that Spark was asked too: an engine answers the same, or refuses as its gaps say.</summary>
public abstract class DataFrameSpecification(EngineFixture engine)
{
    private const string Family = "dataframes";

    private static readonly string[] Ordered = ["sort.", "describe.", "summary."];

    public static TheoryData<string> Names => [.. GoldenFile.Of(Family).Cases.Select(test => test.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Call_made_on_Spark_gets_its_answer(string name)
    {
        var file = GoldenFile.Of(Family);
        var session = engine.SessionOf(file, Family);
        var ordered = Ordered.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
        Judgement.Of(file.Find(name), () => Judgement.TextOf(new DataFrameCases(session).Ask(name), ordered)).AssertRight(engine.Gaps);
    }
}
