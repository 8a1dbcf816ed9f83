namespace Architecture;

public sealed class SparkSubmitTests : IDisposable
{
    private readonly SubmitSandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Submit_options_and_arguments_reach_the_platform_word_for_word()
    {
        _sandbox.Write("spark.conf", "spark.app.name from file");
        var elsewhere = Directory.CreateDirectory(Path.Combine(_sandbox.Root, "else where")).FullName;

        var outcome = _sandbox.Submit(elsewhere, 0,
            "--master", "embedded", "--name=the run", "-c", "spark.sql.ansi.enabled=true", "--conf", "a.b=c d=e", "--properties-file", "../spark.conf",
            "--driver-memory", "2g", "--driver-cores", "2", "--num-executors", "8", "flights", "--date", "2013-01-15", "--conf", "", "two words");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(
            [
                elsewhere, _sandbox.Platform, "submit", "--root", _sandbox.Root, "--master", "embedded", "--name", "the run", "--conf", "spark.sql.ansi.enabled=true", "--conf", "a.b=c d=e",
                "--properties-file", "../spark.conf", "--conf", "spark.driver.memory=2g", "--conf", "spark.driver.cores=2",
                "flights", "--date", "2013-01-15", "--conf", "two words",
            ],
            outcome.Output);
    }

    [Fact]
    public void Submit_exit_code_of_the_job_is_the_exit_code() => Assert.Equal(75, _sandbox.Submit(_sandbox.Root, 75, "flights").ExitCode);

    [Fact]
    public void Submit_twice_builds_once()
    {
        Assert.Contains("building", _sandbox.Submit("flights").Errors);
        Assert.Equal("", _sandbox.Submit("flights").Errors);
        Assert.Equal(1, _sandbox.Builds);
    }

    [Theory]
    [InlineData("jobs/First/Program.cs")]
    [InlineData("Directory.Packages.props")]
    [InlineData("global.json")]
    public void Submit_after_an_edit_builds_again(string edited)
    {
        _sandbox.Submit("flights");
        _sandbox.Touch(edited);
        _sandbox.Submit("flights");
        Assert.Equal(2, _sandbox.Builds);
    }

    [Fact]
    public void Submit_after_a_deletion_builds_again()
    {
        _sandbox.Submit("flights");
        File.Delete(Path.Combine(_sandbox.Root, "jobs/First/Program.cs"));
        _sandbox.Touch("jobs/First");
        _sandbox.Submit("flights");
        Assert.Equal(2, _sandbox.Builds);
    }

    [Fact]
    public void Submit_when_the_build_fails_shows_why_and_runs_nothing()
    {
        _sandbox.Write("broken", "");
        var outcome = _sandbox.Submit("flights");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Contains("error CS1002", outcome.Errors);

        File.Delete(Path.Combine(_sandbox.Root, "broken"));
        Assert.Equal(0, _sandbox.Submit("flights").ExitCode);
    }

    [Fact]
    public void Submit_without_dotnet_names_the_sdk_to_install()
    {
        File.Delete(Path.Combine(_sandbox.Root, "bin", "dotnet"));
        AssertRefused(_sandbox.Submit("flights"), "dotnet is missing: install the .NET SDK 10.0.100");
    }

    [Fact]
    public void Submit_with_an_unfit_sdk_names_the_sdk_to_install()
    {
        _sandbox.Write("no-sdk", "");
        AssertRefused(_sandbox.Submit("flights"), "no SDK that global.json accepts: install the .NET SDK 10.0.100");
    }

    [Theory]
    [InlineData("unknown option '--driver-memroy'; did you mean --driver-memory?", "--driver-memroy", "1g", "flights")]
    [InlineData("unknown option '--property-file'; did you mean --properties-file?", "--property-file=x", "flights")]
    [InlineData("option --name needs a value", "--name")]
    [InlineData("--conf 'spark.x' is not KEY=VALUE", "--conf", "spark.x", "flights")]
    [InlineData("properties file 'none' cannot be read", "--properties-file", "none", "flights")]
    [InlineData("--deploy-mode 'cluster' needs the master of a cluster", "--deploy-mode", "cluster", "flights")]
    [InlineData("--deploy-mode is client or cluster, not 'both'", "--deploy-mode", "both", "flights")]
    [InlineData("option --jars needs a master of Spark", "--jars", "a.jar", "flights")]
    [InlineData("option --archives needs a master of Spark", "--master", "sc://host", "--archives", "a.zip", "flights")]
    [InlineData("option --class has no use here", "--class", "x.Y", "flights")]
    [InlineData("option --kill needs the master of a cluster", "--kill", "driver-1")]
    [InlineData("no job was named")]
    [InlineData("no job was named", "--master", "embedded")]
    public void Submit_wrong_usage_is_refused_before_anything_is_built(string message, params string[] arguments) =>
        AssertRefused(_sandbox.Submit(arguments), message);

    [Fact]
    public void Submit_to_an_unknown_master_is_refused() => AssertRefused(_sandbox.Submit("--master", "mesos", "x"), "unknown master 'mesos'; there are embedded, sc://host:port");

    [Fact]
    public void Help_tells_every_option_and_exit_code()
    {
        var help = string.Join('\n', _sandbox.Submit("--help").Output);
        Assert.All((string[])["--master", "--name", "--conf", "--properties-file", "--driver-memory", "--driver-cores", "64", "75"], part => Assert.Contains(part, help));
        Assert.Equal(0, _sandbox.Builds);
    }

    private void AssertRefused(SubmitOutcome outcome, string message)
    {
        Assert.Equal(64, outcome.ExitCode);
        Assert.Contains(message, outcome.Errors);
        Assert.Empty(outcome.Output);
        Assert.Equal(0, _sandbox.Builds);
    }
}
