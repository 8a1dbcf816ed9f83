using DataPlatform.Pipelines;

namespace DataPlatform.Hosting.Tests;

public sealed class EnvironmentConfigurationTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Resolve_arguments_win_over_variables_over_the_file()
    {
        _scratch.Write("conf/dev.json", """{ "lake": "file-lake", "landing": "file-landing", "createLake": true, "spark": { "a": "b" } }""");

        var file = Resolve(new JobOptions());
        Assert.Equal(("dev", Path.Combine(_scratch.Root, "file-lake"), Path.Combine(_scratch.Root, "file-landing"), true), (file.Name, file.Lake, file.Landing, file.CreateLake));
        Assert.Equal([new("a", "b")], file.Spark);

        var variable = Resolve(new JobOptions(), ("DATAPLATFORM_LAKE", "variable-lake"));
        Assert.Equal("/w/variable-lake", variable.Lake);
        Assert.Equal(file.Landing, variable.Landing);

        Assert.Equal("/arg/lake", Resolve(new JobOptions { Lake = "/arg/lake" }, ("DATAPLATFORM_LAKE", "variable-lake")).Lake);
    }

    [Fact]
    public void Resolve_environment_is_named_by_argument_then_variable()
    {
        _scratch.Write("conf/dev.json", """{ "lake": "d", "landing": "d" }""");
        _scratch.Write("conf/prod.json", """{ "lake": "p", "landing": "p" }""");
        _scratch.Write("conf/test.json", """{ "lake": "t", "landing": "t" }""");
        Assert.Equal("prod", Resolve(new JobOptions(), ("DATAPLATFORM_ENVIRONMENT", "prod")).Name);
        Assert.Equal("test", Resolve(new JobOptions { Environment = "test" }, ("DATAPLATFORM_ENVIRONMENT", "prod")).Name);
        Assert.Contains("did you mean prod?", Assert.Throws<ConfigurationException>(() => Resolve(new JobOptions { Environment = "prd" })).Message);
    }

    [Theory]
    [InlineData("UNKNOWN_CONFIGURATION_KEY", """{ "lake": "l", "landing": "l", "createlake": true }""", "createLake")]
    [InlineData("MISSING_CONFIGURATION_KEY", """{ "landing": "l" }""", "'lake'")]
    [InlineData("WRONG_CONFIGURATION_VALUE", """{ "lake": 1, "landing": "l" }""", "'lake'")]
    [InlineData("WRONG_CONFIGURATION_VALUE", """{ "lake": "l", "landing": "l", "createLake": "yes" }""", "true or false")]
    [InlineData("WRONG_CONFIGURATION_VALUE", """{ "lake": "l", "landing": "l", "spark": { "a": 1 } }""", "spark.a")]
    [InlineData("WRONG_CONFIGURATION_VALUE", "[]", "an object")]
    [InlineData("INVALID_CONFIGURATION_FILE", """{ "lake": """, "dev.json")]
    public void Resolve_a_wrong_file_is_refused_by_file_and_key(string code, string json, string said)
    {
        _scratch.Write("conf/dev.json", json);
        var error = Assert.Throws<ConfigurationException>(() => Resolve(new JobOptions()));
        Assert.Equal(code, error.Code);
        Assert.Contains("dev.json", error.Message);
        Assert.Contains(said, error.Message);
    }

    private EnvironmentConfiguration Resolve(JobOptions options, params (string Name, string Value)[] variables) =>
        EnvironmentConfiguration.Resolve(_scratch.Root, options, name => variables.Where(variable => variable.Name == name).Select(variable => variable.Value).FirstOrDefault(), "/w");
}
