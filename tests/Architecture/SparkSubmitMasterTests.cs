namespace Architecture;

/// <summary>How <c>spark-submit.sh</c> hands submissions over to Spark.</summary>
public sealed class SparkSubmitMasterTests : IDisposable
{
    private const string MainClass = "dataplatform.JobRunner";

    private readonly SubmitSandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("local")]
    [InlineData("local[2]")]
    [InlineData("local[*]")]
    [InlineData("spark://host:7077")]
    [InlineData("yarn")]
    [InlineData("k8s://https://host")]
    public void Submit_to_a_master_with_a_driver_goes_through_Sparks_own_program(string master)
    {
        _sandbox.InstallSpark();
        string[] expected =
        [
            "remote=none", "--master", master, "--deploy-mode", "client", "--name", "flights", "--class", MainClass, _sandbox.Runner,
            _sandbox.Platform, "submit", "--root", _sandbox.Root, "flights", "--date", "2013-01-15",
        ];
        Assert.Equal(expected, _sandbox.Submit("--master", master, "flights", "--date", "2013-01-15").Output);
        Assert.Equal(expected, _sandbox.Submit("--conf", $"spark.master={master}", "flights", "--date", "2013-01-15").Output);
    }

    [Fact]
    public void Submit_passes_Sparks_options_on_and_keeps_the_platforms()
    {
        _sandbox.InstallSpark();
        _sandbox.Write("spark.conf", "spark.master local[2]\nspark.x y\n");
        _sandbox.Variables["SPARK_REMOTE"] = "sc://elsewhere";
        var output = _sandbox.Submit(
            "--properties-file", "spark.conf", "--name=the run", "--driver-memory", "2g", "-c", "spark.sql.ansi.enabled=true", "--conf", "dataplatform.x=y z", "--jars", "a.jar,b.jar",
            "--supervise", "--queue", "night", "--archives", "more.zip#more", "flights", "--verbose").Output;
        Assert.Equal(
            [
                "remote=none", "--master", "local[2]", "--deploy-mode", "client", "--properties-file", "spark.conf", "--name", "the run", "--driver-memory", "2g",
                "--conf", "spark.sql.ansi.enabled=true", "--jars", "a.jar,b.jar", "--supervise", "--queue", "night", "--archives", "more.zip#more",
                "--class", MainClass, _sandbox.Runner, _sandbox.Platform, "submit", "--root", _sandbox.Root, "--properties-file", "spark.conf",
                "--name", "the run", "--conf", "spark.sql.ansi.enabled=true", "--conf", "dataplatform.x=y z", "flights", "--verbose",
            ],
            output);
    }

    [Fact]
    public void Submit_an_option_wins_over_a_property_and_a_property_over_a_file()
    {
        _sandbox.InstallSpark();
        _sandbox.Write("spark.conf", "spark.master=yarn\n");
        Assert.Equal("local[3]", Master("--properties-file", "spark.conf", "--conf", "spark.master=local[3]", "x"));
        Assert.Equal("local[4]", Master("--master", "local[4]", "--properties-file", "spark.conf", "--conf", "spark.master=local[3]", "x"));
        Assert.Equal("yarn", Master("--properties-file", "spark.conf", "x"));

        string Master(params string[] arguments) => _sandbox.Submit(arguments).Output[2];
    }

    [Fact]
    public void Submit_properties_of_the_environment_go_to_Spark_under_those_of_the_submission()
    {
        _sandbox.InstallSpark();
        _sandbox.Write("properties", "spark.driver.memory=4g\nspark.y=a b=c\n");
        var output = _sandbox.Submit("--master", "local[2]", "--conf", "spark.y=z", "flights", "--environment", "prod").Output;
        Assert.Equal(["--conf", "spark.y=a b=c", "--conf", "spark.driver.memory=4g", "--conf", "spark.y=z"], output[5..11]);
        Assert.Equal(["check", "--root", _sandbox.Root, "--conf", "spark.y=z", "flights", "--environment", "prod"], _sandbox.Lines("checked")[1..]);
    }

    [Fact]
    public void Submit_what_is_wrong_without_a_session_ends_before_Spark_starts()
    {
        _sandbox.InstallSpark();
        _sandbox.Write("wrong", "");
        var outcome = _sandbox.Submit("--master", "local[2]", "flihgts");
        Assert.Equal(64, outcome.ExitCode);
        Assert.Equal(["{\"exit_code\":64}"], outcome.Output);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(75)]
    public void Submit_exit_code_of_Spark_is_the_exit_code(int code)
    {
        _sandbox.InstallSpark();
        Assert.Equal(code, _sandbox.Submit(_sandbox.Root, code, "--master", "local[2]", "flights").ExitCode);
    }

    [Fact]
    public void Submit_to_a_cluster_ships_the_jobs()
    {
        _sandbox.InstallSpark();
        Directory.CreateDirectory(Path.Combine(_sandbox.Root, "conf"));
        string[] arguments = ["--master", "yarn", "--deploy-mode", "cluster", "--archives", "a.zip", "--conf", "spark.x=y", "--properties-file", "spark.conf", "flights", "--lake", "/x"];
        _sandbox.Write("spark.conf", "");
        var zip = Path.Combine(_sandbox.Root, "lib/DataPlatform.Hosting/bin/Release/dataplatform.zip");
        string[] expected =
        [
            "remote=none", "--master", "yarn", "--deploy-mode", "cluster", "--conf", "spark.x=y", "--properties-file", "spark.conf", "--archives", $"a.zip,{zip}#dataplatform",
            "--name", "flights", "--class", MainClass, _sandbox.Runner, "dataplatform/DataPlatform.Hosting.dll", "submit", "--conf", "spark.x=y", "flights", "--lake", "/x",
        ];
        Assert.Equal(expected, _sandbox.Submit(arguments).Output);
        Assert.Equal(expected, _sandbox.Submit(arguments).Output);
        Assert.Equal((1, 1, 1), (_sandbox.Builds, _sandbox.Calls("javac"), _sandbox.Calls("publish")));

        _sandbox.Write("conf/new.json", "{}");
        _sandbox.Touch("conf/new.json");
        _sandbox.Submit(arguments);
        Assert.Equal(2, _sandbox.Calls("publish"));
    }

    [Theory]
    [InlineData("--driver-java-options", "-Dx=y")]
    [InlineData("--conf", "spark.driver.extraJavaOptions=-Dx=y")]
    public void Submit_to_a_standalone_cluster_opens_to_the_driver_what_Spark_needs_of_Java(string option, string value)
    {
        _sandbox.InstallSpark();
        Directory.CreateDirectory(Path.Combine(_sandbox.Root, "conf"));
        var output = _sandbox.Submit("--master", "spark://host:7077", "--deploy-mode", "cluster", option, value, "flights").Output;
        var options = output[Array.LastIndexOf(output, "--driver-java-options") + 1];
        Assert.Contains("--add-opens=java.base/java.nio=ALL-UNNAMED", options.Split(' '));
        Assert.EndsWith(" -Dx=y", options);
    }

    [Fact]
    public void Submit_compiles_the_runner_once_for_a_version_of_Spark_and_of_its_sources()
    {
        _sandbox.InstallSpark();
        _sandbox.Submit("--master", "local", "flights");
        _sandbox.Submit("--master", "local", "flights");
        Assert.Equal(1, _sandbox.Calls("javac"));
        Assert.Contains($"{_sandbox.SparkHome}/jars/*", _sandbox.Lines("compiled"));

        _sandbox.Touch("lib/DataPlatform.Engines.SparkConnect/Runner/JobRunner.java");
        _sandbox.Submit("--master", "local", "flights");
        Assert.Equal(2, _sandbox.Calls("javac"));
    }

    [Fact]
    public void Submit_kill_and_status_are_Sparks_own()
    {
        _sandbox.InstallSpark();
        Assert.Equal(["remote=none", "--master", "spark://host:7077", "--kill", "driver-1"], _sandbox.Submit("--kill", "driver-1", "--master", "spark://host:7077").Output);
        Assert.Equal(["remote=none", "--master", "spark://host:7077", "--status", "driver-1"], _sandbox.Submit("--status=driver-1", "--master", "spark://host:7077").Output);
        Assert.Equal(0, _sandbox.Builds);
    }

    [Theory]
    [InlineData("--master", "sc://host:15002/;use_ssl=true")]
    [InlineData("--remote", "sc://host:15002/;use_ssl=true")]
    public void Submit_to_a_Spark_that_runs_stays_in_this_process(string option, string endpoint) =>
        Assert.Equal(
            [_sandbox.Root, _sandbox.Platform, "submit", "--root", _sandbox.Root, "--master", endpoint, "--conf", "spark.driver.memory=1g", "flights"],
            _sandbox.Submit(option, endpoint, "--driver-memory", "1g", "--executor-memory", "4g", "flights").Output);

    [Fact]
    public void Submit_without_a_master_leaves_it_to_the_platform() =>
        Assert.Equal([_sandbox.Root, _sandbox.Platform, "submit", "--root", _sandbox.Root, "flights"], _sandbox.Submit("flights").Output);

    [Theory]
    [InlineData("SPARK_HOME", "needs Apache Spark: unpack Spark 4 and set SPARK_HOME")]
    [InlineData("bin/java", "needs Java: install a JDK 17")]
    [InlineData("bin/javac", "javac or jar is missing: install a JDK 17")]
    [InlineData("spark home/bin/spark-submit", "has no bin/spark-submit")]
    public void Submit_where_something_is_missing_says_what_to_install(string missing, string said)
    {
        _sandbox.InstallSpark();
        _sandbox.Variables.Remove(missing);
        File.Delete(Path.Combine(_sandbox.Root, missing));
        var outcome = _sandbox.Submit("--master", "local[2]", "flights");
        Assert.Equal(64, outcome.ExitCode);
        Assert.Contains(said, outcome.Errors);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public void Submit_local_has_no_cluster_mode()
    {
        var outcome = _sandbox.Submit("--master", "local[2]", "--deploy-mode", "cluster", "flights");
        Assert.Equal(64, outcome.ExitCode);
        Assert.Contains("--deploy-mode 'cluster' needs the master of a cluster", outcome.Errors);
    }
}
