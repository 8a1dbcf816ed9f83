using Microsoft.Spark.Sql;

namespace Specification;

/// <summary>Every expression, query, read and write that Spark was asked: an engine answers the same, or refuses as its gaps say.</summary>
public abstract class SqlSpecification<TEngine>(TEngine engine) : IClassFixture<TEngine>
    where TEngine : EngineFixture, IEngineUnderTest
{
    public static TheoryData<string> Cases => Asked.Of<TEngine>(GoldenFile.Families.SelectMany(family => GoldenFile.Of(family).Cases)
        .Where(test => test.Sql.Length > 0).Select(test => test.FullName));

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public void Sql_asked_of_Spark_gets_its_answer(string name)
    {
        Skip.If(TEngine.Missing is not null, TEngine.Missing);
        var parts = name.Split('/');
        var file = GoldenFile.Of(parts[0]);
        var test = file.Find(parts[1]);
        var session = engine.SessionOf(file, parts[0]);
        Judgement.Of(test, () => UnderSettings(session, test)).AssertRight(engine.Gaps);
    }

    private string UnderSettings(SparkSession session, GoldenCase test)
    {
        var before = test.Settings.Keys.ToDictionary(key => key, key => session.Conf().Get(key, null!));
        try
        {
            foreach (var (key, value) in test.Settings)
            {
                session.Conf().Set(key, value);
            }

            return Ask(session, test);
        }
        finally
        {
            foreach (var (key, value) in before)
            {
                Restore(session.Conf(), key, value);
            }
        }
    }

    private string Ask(SparkSession session, GoldenCase test)
    {
        if (test.IsFile)
        {
            return Judgement.TextOf(FileCase.Ask(session, test.Sql, engine.Scratch), ordered: true);
        }

        if (test.IsQuery)
        {
            return Judgement.TextOf(session.Sql(test.Sql), test.IsOrdered);
        }

        var frame = session.Sql("SELECT " + test.Sql);
        var schema = frame.Schema();
        return $"{AnswerText.Columns(schema)}\t{AnswerText.Value(frame.Collect().Single()[0], schema.Fields.Single().DataType)}";
    }

    private static void Restore(RuntimeConfig configuration, string key, string? value)
    {
        if (value is null)
        {
            configuration.Unset(key);
        }
        else
        {
            configuration.Set(key, value);
        }
    }
}
