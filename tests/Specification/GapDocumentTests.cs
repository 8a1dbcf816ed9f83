namespace Specification;

public sealed class GapDocumentTests(EmbeddedEngine engine) : IClassFixture<EmbeddedEngine>
{
    private static readonly string File = Path.Combine(GoldenFile.Root, "Gaps.md");

    [Fact]
    public void Gaps_document_says_what_the_gaps_are()
    {
        var text = GapDocument.Of(engine.SessionOf("gaps", _ => { }));
        if (Environment.GetEnvironmentVariable("SPECIFICATION_WRITE") == "1")
        {
            System.IO.File.WriteAllText(File, text);
        }

        Assert.True(System.IO.File.ReadAllText(File) == text, "Gaps.md is out of date: run this test with SPECIFICATION_WRITE=1, and look at the difference.");
    }

    [Fact]
    public void Function_of_Spark_is_there_or_refused_with_a_reason()
    {
        var session = engine.SessionOf("gaps", _ => { });
        Assert.DoesNotContain(SparkFunctions.Names, name => GapDocument.Missing(session, name) == "not known");
    }
}
