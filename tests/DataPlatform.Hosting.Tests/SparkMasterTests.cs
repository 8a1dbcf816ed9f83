namespace DataPlatform.Hosting.Tests;

public sealed class SparkMasterTests
{
    private readonly Dictionary<string, string> _variables = [];

    [Fact]
    public void Resolve_without_anything_is_in_process()
    {
        var master = SparkMaster.Resolve(null, Variable);
        Assert.Equal(("embedded", "embedded", false, true), (master.Name, master.Property, master.HasProperties, master.IsEmbedded));
    }

    [Theory]
    [InlineData("embedded[2]", true)]
    [InlineData("local[2]", false)]
    [InlineData("sc://host:15002", false)]
    public void Resolve_what_was_asked_for_wins_over_SPARK_REMOTE(string asked, bool isEmbedded)
    {
        _variables["SPARK_REMOTE"] = "sc://elsewhere";
        var master = SparkMaster.Resolve(asked, Variable);
        Assert.Equal((asked, asked, isEmbedded), (master.Name, master.Property, master.IsEmbedded));
    }

    [Fact]
    public void Resolve_a_Spark_that_was_started_for_the_run_has_the_properties_already()
    {
        _variables["SPARK_REMOTE"] = "sc://127.0.0.1:4711/;token=x";
        _variables["DATAPLATFORM_MASTER"] = "spark://host:7077";
        var master = SparkMaster.Resolve("local[2]", Variable);
        Assert.Equal(("spark://host:7077", null, true), (master.Name, master.Property, master.HasProperties));

        var options = SubmitOptions.Parse(["--conf", "spark.x=1", "--conf", "dataplatform.y=2", "flights"], "/w");
        Assert.Equal([new("dataplatform.y", "2")], SparkProperties.Of(new EnvironmentConfiguration("dev", "/l", "/d", false, [new("spark.z", "3")]), options, master));
    }

    [Theory]
    [InlineData("sc://host:15002/;token=hush;use_ssl=true", "sc://host:15002/;token=***;use_ssl=true")]
    [InlineData("sc://host/;user_id=me;x-api-token=hush", "sc://host/;user_id=me;x-api-token=***")]
    [InlineData("spark://host:7077", "spark://host:7077")]
    public void Resolve_names_no_token(string remote, string name)
    {
        _variables["SPARK_REMOTE"] = remote;
        var master = SparkMaster.Resolve(null, Variable);
        Assert.Equal((name, remote), (master.Name, master.Property));
    }

    [Theory]
    [InlineData("sc://host", "sc://host/;token=hush")]
    [InlineData("sc://host:15002/", "sc://host:15002/;token=hush")]
    [InlineData("sc://host:15002/;use_ssl=true;", "sc://host:15002/;use_ssl=true;token=hush")]
    [InlineData("sc://host/;token=given", "sc://host/;token=given")]
    [InlineData("local[2]", "local[2]")]
    public void Resolve_an_endpoint_without_a_token_takes_that_of_the_environment(string asked, string property)
    {
        _variables["SPARK_CONNECT_AUTHENTICATE_TOKEN"] = "hush";
        Assert.Equal(property, SparkMaster.Resolve(asked, Variable).Property);
    }

    private string? Variable(string name) => _variables.GetValueOrDefault(name);
}
