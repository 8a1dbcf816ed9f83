using DataPlatform.Pipelines;

namespace DataPlatform.Hosting.Tests;

public sealed class JobOptionsTests
{
    [Fact]
    public void Parse_all_options_are_read_and_folders_made_absolute()
    {
        var options = JobOptions.Parse(["--date=2013-03-10", "--full-refresh", "--lake", "my/lake", "--landing", "/in", "--environment", "prod"], "x", "/w");
        Assert.Equal(new DateOnly(2013, 3, 10), options.Date);
        Assert.True(options.IsFullRefresh);
        Assert.Equal(("/w/my/lake", "/in", "prod"), (options.Lake, options.Landing, options.Environment));
    }

    [Theory]
    [InlineData("2013-02-30")]
    [InlineData("2013-1-5")]
    [InlineData("yesterday")]
    [InlineData("")]
    public void Parse_a_date_that_is_none_is_refused(string text)
    {
        var error = Assert.Throws<ConfigurationException>(() => JobOptions.Parse(["--date", text], "x", "/w"));
        Assert.Equal("INVALID_LOGICAL_DATE", error.Code);
        Assert.Contains($"'{text}'", error.Message);
    }

    [Fact]
    public void Parse_unknown_option_names_the_nearest() =>
        Assert.Contains("did you mean --full-refresh?", Assert.Throws<ConfigurationException>(() => JobOptions.Parse(["--fullrefresh"], "x", "/w")).Message);

    [Fact]
    public void Parse_a_stray_argument_is_refused() =>
        Assert.Equal("UNEXPECTED_ARGUMENT", Assert.Throws<ConfigurationException>(() => JobOptions.Parse(["2013-01-01"], "x", "/w")).Code);
}
