using DataPlatform.Pipelines;

namespace DataPlatform.Hosting.Tests;

public sealed class PipelineDefinitionTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Read_jobs_come_after_all_that_they_wait_for()
    {
        Write("""[ { "job": "Gold", "after": ["Silver", "Rates"] }, { "job": "Silver", "after": ["Bronze"] }, { "job": "Bronze" }, { "job": "Rates" } ]""");
        Assert.Equal(["Bronze", "Silver", "Rates", "Gold"], PipelineDefinition.Read(_scratch.Root, "p").Jobs);
    }

    [Theory]
    [InlineData("CIRCULAR_PIPELINE", """[ { "job": "A", "after": ["B"] }, { "job": "B", "after": ["A"] } ]""")]
    [InlineData("WRONG_CONFIGURATION_VALUE", """[ { "job": "A", "after": ["C"] } ]""")]
    [InlineData("WRONG_CONFIGURATION_VALUE", """[ { "job": "A" }, { "job": "A" } ]""")]
    [InlineData("UNKNOWN_CONFIGURATION_KEY", """[ { "job": "A", "afer": [] } ]""")]
    [InlineData("MISSING_CONFIGURATION_KEY", """[ { "after": [] } ]""")]
    public void Read_a_wrong_pipeline_is_refused(string code, string jobs)
    {
        Write(jobs);
        Assert.Equal(code, Assert.Throws<ConfigurationException>(() => PipelineDefinition.Read(_scratch.Root, "p")).Code);
    }

    private void Write(string jobs) => _scratch.Write("conf/pipelines/p.json", $$"""{ "jobs": {{jobs}} }""");
}
