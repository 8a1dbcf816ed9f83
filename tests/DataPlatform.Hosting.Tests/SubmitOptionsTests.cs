using DataPlatform.Pipelines;

namespace DataPlatform.Hosting.Tests;

public sealed class SubmitOptionsTests
{
    [Fact]
    public void Parse_options_before_the_job_are_the_submissions_and_after_it_the_jobs()
    {
        var options = SubmitOptions.Parse(["--root", "/r", "--name=nightly", "--conf", "a.b=c=d", "flights", "--date", "2013-01-15", "--conf"], "/w");
        Assert.Equal(("/r", "flights", "nightly"), (options.Root, options.Job, options.Name));
        Assert.Equal([new("a.b", "c=d")], options.Properties);
        Assert.Equal(["--date", "2013-01-15", "--conf"], options.Arguments);
    }

    [Fact]
    public void Parse_without_a_name_takes_the_jobs() => Assert.Equal("flights", SubmitOptions.Parse(["flights"], "/w").Name);

    [Fact]
    public void Parse_driver_options_are_properties()
    {
        var options = SubmitOptions.Parse(["--driver-memory", "2g", "--driver-cores", "2", "--master", "embedded", "x"], "/w");
        Assert.Equal("embedded", options.Master);
        Assert.Equal([new("spark.driver.memory", "2g"), new("spark.driver.cores", "2")], options.Properties);
    }

    [Fact]
    public void Parse_properties_file_gives_way_to_conf()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("spark.conf", "# comment\n\nspark.driver.memory  1g\nspark.sql.ansi.enabled=true\nspark.app.id: x y\n");
        var options = SubmitOptions.Parse(["--conf", "spark.driver.memory=2g", "--properties-file", file, "x"], "/w");
        var properties = SparkProperties.Of(new EnvironmentConfiguration("dev", "/l", "/d", false, [new("spark.driver.memory", "512m"), new("spark.y", "1")]), options, SparkMaster.Resolve(null, _ => null));
        Assert.Equal("2g", Value("spark.driver.memory"));
        Assert.Equal("true", Value("spark.sql.ansi.enabled"));
        Assert.Equal("x y", Value("spark.app.id"));
        Assert.Equal("1", Value("spark.y"));
        Assert.Equal("UTC", Value("spark.sql.session.timeZone"));

        string Value(string key) => Assert.Single(properties, property => property.Key == key).Value;
    }

    [Theory]
    [InlineData("NO_JOB")]
    [InlineData("UNKNOWN_OPTION", "--confg", "a=b", "x")]
    [InlineData("OPTION_WITHOUT_VALUE", "--name")]
    [InlineData("NOT_KEY_VALUE", "--conf", "a", "x")]
    [InlineData("UNKNOWN_MASTER", "--master", "mesos://host", "x")]
    [InlineData("UNKNOWN_MASTER", "--conf", "spark.master=local[", "x")]
    [InlineData("FILE_NOT_FOUND", "--properties-file", "none.conf", "x")]
    public void Parse_wrong_usage_is_refused(string code, params string[] arguments) =>
        Assert.Equal(code, Assert.Throws<ConfigurationException>(() => SubmitOptions.Parse(arguments, "/w")).Code);

    [Fact]
    public void Parse_unknown_option_names_the_nearest() =>
        Assert.Contains("did you mean --driver-memory?", Assert.Throws<ConfigurationException>(() => SubmitOptions.Parse(["--driver-memroy", "1g", "x"], "/w")).Message);
}
