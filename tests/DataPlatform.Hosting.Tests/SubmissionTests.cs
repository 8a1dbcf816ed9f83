using System.Diagnostics;
using System.Text.Json;
using DataPlatform.Pipelines;

namespace DataPlatform.Hosting.Tests;

public sealed class SubmissionTests : IDisposable
{
    private readonly Scratch _scratch = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public SubmissionTests()
    {
        _scratch.Write("conf/dev.json", """{ "lake": "lake", "landing": "landing", "createLake": true }""");
        _scratch.Write("conf/pipelines/flights.json", """{ "jobs": [ { "job": "Flights.Bronze" } ] }""");
        Directory.CreateDirectory(Path.Combine(_scratch.Root, "landing"));
        Directory.CreateDirectory(Path.Combine(_scratch.Root, "jobs", "Unbuilt"));
        foreach (var configuration in (string[])["Debug", "Release"])
        {
            _scratch.Write($"jobs/Flights.Bronze/bin/{configuration}/net10.0/Flights.Bronze.dll", "");
        }
    }

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("UNKNOWN_JOB", "flihgts")]
    [InlineData("UNKNOWN_OPTION", "flights", "--dat", "2013-01-01")]
    [InlineData("INVALID_LOGICAL_DATE", "flights", "--date", "2013-13-01")]
    [InlineData("LANDING_NOT_FOUND", "flights", "--landing", "nowhere")]
    [InlineData("LAKE_NOT_FOUND", "flights", "--lake", "no/such/lake")]
    [InlineData("LAKE_NOT_WRITABLE", "flights", "--lake", "conf/dev.json")]
    [InlineData("UNKNOWN_ENVIRONMENT", "flights", "--environment", "stage")]
    [InlineData("JOB_NOT_BUILT", "Unbuilt")]
    [InlineData("FILE_NOT_FOUND", "none.dll")]
    public void Submit_wrong_usage_ends_with_64_and_a_report(string code, params string[] arguments)
    {
        Assert.Equal(ExitCode.Usage, Submit(arguments));
        var report = Report();
        Assert.Equal("failed", report.GetProperty("status").GetString());
        Assert.Equal(64, report.GetProperty("exit_code").GetInt32());
        Assert.Equal(code, report.GetProperty("error").GetProperty("code").GetString());
        Assert.Contains($"[{code}]", _errors.ToString());
    }

    [Fact]
    public void Submit_an_unknown_job_names_the_nearest()
    {
        Submit("Flights.Bronz");
        Assert.Contains("did you mean Flights.Bronze?", _errors.ToString());
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(75, true)]
    public void Run_errors_of_the_platform_exit_by_whether_they_pass(int expected, bool isTransient) =>
        Assert.Equal(expected, (int)RunFailing(new DataPlatformException("X_Y", "it", isTransient: isTransient)));

    [Fact]
    public void Run_refused_data_exits_with_2() => Assert.Equal(2, (int)RunFailing(new DataRefusedException("X_Y", "it")));

    [Fact]
    public void Run_other_errors_exit_with_1_and_are_logged_whole()
    {
        Assert.Equal(1, (int)RunFailing(new InvalidOperationException("odd")));
        Assert.Contains("InvalidOperationException: odd", _errors.ToString());
        Assert.Contains(" at DataPlatform.Hosting.Submission.RunJobs(", _errors.ToString());
    }

    [Fact]
    public void Run_that_was_asked_to_end_exits_with_75()
    {
        Assert.Equal(75, (int)RunFailing(new OperationCanceledException()));
        Assert.Equal("RUN_CANCELLED", Report().GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public void Run_a_program_that_runs_no_job_is_refused()
    {
        using var submission = new Submission(Surroundings()) { StartSession = _ => throw new DataPlatformException("NO_SESSION", "This test has none.") };
        Assert.Equal(64, (int)submission.Run(() => SubmitOptions.Parse(["--root", _scratch.Root, "x"], _scratch.Root), _ => [new SubmittedJob("idle", () => { })]));
        Assert.Equal("PROGRAM_WITHOUT_JOB", Report().GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public void Run_echoes_settings_and_hides_secrets()
    {
        Run("--conf", "fs.azure.account.key=hush", "--conf", "spark.x=seen", "flights");
        Assert.Contains("spark.x=seen", _errors.ToString());
        Assert.Contains("fs.azure.account.key=***", _errors.ToString());
        Assert.DoesNotContain("hush", _errors.ToString() + _output);
    }

    [Fact]
    public void Run_says_which_master_and_hides_its_token()
    {
        Run("--master", "sc://host:15002/;token=hush", "flights");
        Assert.Contains("master=sc://host:15002/;token=***", _errors.ToString());
        Assert.DoesNotContain("hush", _errors.ToString() + _output);
        Assert.Equal("spark", Report().GetProperty("engine").GetString());
    }

    [Fact]
    public void Check_prints_what_the_environment_adds()
    {
        _scratch.Write("conf/dev.json", """{ "lake": "lake", "landing": "nowhere", "spark": { "spark.x": "1", "spark.y": "a b", "spark.master": "yarn" } }""");
        Assert.Equal(ExitCode.Done, JobHost.Check(["--root", _scratch.Root, "--conf", "spark.x=2", "flights"], Surroundings()));
        Assert.Equal("spark.y=a b\n", _output.ToString());
    }

    [Theory]
    [InlineData("UNKNOWN_JOB", "flihgts")]
    [InlineData("UNKNOWN_ENVIRONMENT", "flights", "--environment", "stage")]
    public void Check_wrong_usage_ends_with_64_and_a_report(string code, params string[] arguments)
    {
        Assert.Equal(ExitCode.Usage, JobHost.Check(["--root", _scratch.Root, .. arguments], Surroundings()));
        Assert.Equal(code, Report().GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public void Run_whose_Spark_is_gone_does_not_wait_for_it()
    {
        using var runner = Process.Start(new ProcessStartInfo("sleep", ["600"]))!;
        using var exited = new ManualResetEventSlim();
        var code = 0;
        var surroundings = new HostSurroundings(_output, _errors, _scratch.Root, name => name == "DATAPLATFORM_RUNNER" ? $"{runner.Id}" : null, TimeProvider.System)
        {
            Exit = given =>
            {
                code = given;
                exited.Set();
            },
        };
        using var submission = new Submission(surroundings);
        submission.Run(() => SubmitOptions.Parse(["--root", _scratch.Root, "flights"], _scratch.Root), _ => [new SubmittedJob("waiting", () =>
        {
            runner.Kill();
            Assert.True(exited.Wait(TimeSpan.FromSeconds(60)));
        })]);
        Assert.Equal(75, code);
        Assert.Equal("SPARK_GONE", Report().GetProperty("error").GetProperty("code").GetString());
    }

    private ExitCode Submit(params string[] arguments) => JobHost.Submit(["--root", _scratch.Root, .. arguments], Surroundings());

    private ExitCode RunFailing(Exception exception) => Run(exception, "flights");

    private void Run(params string[] arguments) => Run(new InvalidOperationException("ends here"), arguments);

    private ExitCode Run(Exception exception, params string[] arguments)
    {
        using var submission = new Submission(Surroundings()) { StartSession = _ => throw new DataPlatformException("NO_SESSION", "This test has none.") };
        return submission.Run(() => SubmitOptions.Parse(["--root", _scratch.Root, .. arguments], _scratch.Root), _ => [new SubmittedJob("failing", () => throw exception)]);
    }

    private HostSurroundings Surroundings() => new(_output, _errors, _scratch.Root, _ => null, TimeProvider.System);

    private JsonElement Report()
    {
        using var document = JsonDocument.Parse(_output.ToString().TrimEnd().Split('\n')[^1]);
        return document.RootElement.Clone();
    }
}
