namespace Specification;

/// <summary>What Spark answers to SQL, an engine answers to the calls that say the same.</summary>
public abstract class CallSpecification<TEngine>(TEngine engine) : IClassFixture<TEngine>
    where TEngine : EngineFixture, IEngineUnderTest
{
    private const string Family = "calls";

    private static readonly Dictionary<string, CallCase> Calls = CallCases.Tables.SelectMany(table => table).ToDictionary(call => call.Sql, StringComparer.Ordinal);

    public static TheoryData<string> Cases => Asked.Of<TEngine>(GoldenFile.Of(Family).Cases.Select(test => test.Name));

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public void Column_called_gets_the_answer_of_its_SQL(string name)
    {
        Skip.If(TEngine.Missing is not null, TEngine.Missing);
        var file = GoldenFile.Of(Family);
        var test = file.Find(name);
        var session = engine.SessionOf(file, Family);

        // Calls that give the very same column are asked once.
        foreach (var column in Calls[test.Sql].Calls.Select(call => call()).Distinct())
        {
            Judgement.Of(test, () => Judgement.TextOf(session.Table("t").Select(column), ordered: false)).AssertRight(engine.Gaps);
        }
    }
}
