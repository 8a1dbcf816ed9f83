using System.Diagnostics;

namespace Flights.Tests;

/// <summary>The flights jobs on a real Spark, by Spark's own <c>spark-submit</c>.</summary>
[Collection(nameof(SparkCollection))]
public sealed class SparkTests : IDisposable
{
    private readonly FlightsLake _lake = new();
    private readonly FlightsLake _embedded = new();

    public void Dispose()
    {
        _lake.Dispose();
        _embedded.Dispose();
    }

    [SkippableFact]
    public void The_pipeline_leaves_the_tables_of_the_embedded_engine_and_the_next_day_goes_on_by_it()
    {
        SparkDriver.Require();
        _lake.LandPart(1);
        _embedded.LandPart(1);
        using (var run = JobProcess.SubmitToSpark(_lake, "local[2]", "flights"))
        {
            var report = run.Report();
            Assert.Equal((0, "spark 4.2.0"), (report.GetProperty("exit_code").GetInt32(), report.GetProperty("engine").GetString()));
        }

        _embedded.Run("flights");
        FlightsLake.AssertSame(_embedded.Tables(), _lake.Tables());

        _lake.LandPart(2);
        _embedded.LandPart(2);
        _lake.Run("flights");
        _embedded.Run("flights");
        FlightsLake.AssertSame(_embedded.Tables(), _lake.Tables());
    }

    [SkippableTheory]
    [InlineData(2, "WRONG_TYPE")]
    [InlineData(64, "UNKNOWN_JOB")]
    public void The_exit_code_of_the_job_is_that_of_spark_submit(int exitCode, string code)
    {
        SparkDriver.Require();
        _lake.LandPart(1);
        _lake.Edit("flights/flights-2013-01-01.csv", text => text.Replace(",517,", ",soon,", StringComparison.Ordinal));
        using var run = JobProcess.SubmitToSpark(_lake, "local[2]", exitCode == 64 ? "flihgts" : "Flights.Bronze");
        var report = run.Report();
        Assert.Equal((exitCode, code), (report.GetProperty("exit_code").GetInt32(), report.GetProperty("error").GetProperty("code").GetString()));
    }

    [SkippableFact]
    public void A_run_that_is_asked_to_end_ends_with_75_and_so_does_its_Spark()
    {
        SparkDriver.Require();
        _lake.LandPart(1);
        using var run = JobProcess.SubmitToSpark(_lake, "local[2]", "flights");
        run.WaitFor("run of flights");
        Process.Start("kill", ["-TERM", run.Id.ToString()])!.WaitForExit();
        Assert.Equal("RUN_CANCELLED", run.Report().GetProperty("error").GetProperty("code").GetString());
        Assert.False(Directory.Exists(Path.Combine(_lake.Lake, "gold")));
    }

    [SkippableFact]
    public void A_job_whose_Spark_is_killed_ends_by_itself_and_may_be_tried_again()
    {
        SparkDriver.Require();
        _lake.LandPart(1);
        using var run = JobProcess.SubmitToSpark(_lake, "local[2]", "flights");
        run.WaitFor("run of flights");
        Process.Start("kill", ["-KILL", run.Id.ToString()])!.WaitForExit();
        var (_, output, _) = run.End();
        Assert.Contains("\"exit_code\":75", output);
        Assert.Contains("SPARK_GONE", output);
    }

    [SkippableFact]
    public void A_driver_in_a_standalone_cluster_runs_the_job_on_a_worker()
    {
        SparkDriver.Require();
        _lake.LandPart(1);
        string[] options =
        [
            "--deploy-mode", "cluster", "--driver-memory", "800m", "--executor-memory", "800m", "--conf", "spark.standalone.submit.waitAppCompletion=true",
            "--driver-java-options", "--add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/sun.nio.ch=ALL-UNNAMED --add-opens=java.base/java.lang=ALL-UNNAMED "
                + "--add-opens=java.base/java.util=ALL-UNNAMED --add-opens=java.base/java.lang.invoke=ALL-UNNAMED --add-opens=java.base/java.net=ALL-UNNAMED",
        ];
        string[] arguments = ["submit", "--root", FlightsLake.Root, "Flights.Bronze", "--lake", _lake.Lake, "--landing", _lake.Landing];
        using var cluster = new StandaloneCluster(workers: 2);
        using var run = JobProcess.Start(SparkDriver.Submission(cluster.Master, options, "DataPlatform.Hosting.dll", arguments));
        var (code, _, errors) = run.End();
        Assert.True(code == 0, errors);
        Assert.Contains("\"engine\":\"spark 4.2.0\"", Assert.Single(cluster.DriverOutputs));
        Assert.Equal(39, _lake.Table("bronze/flights").Count());
    }

    [SkippableFact]
    public void The_token_is_in_no_command_line_and_no_log()
    {
        SparkDriver.Require();
        var program = Path.Combine(_lake.Landing, "job.sh");
        File.WriteAllText(program, """
            #!/usr/bin/env bash
            echo "$SPARK_REMOTE"
            token=${SPARK_REMOTE#*token=}
            for process in /proc/[0-9]*; do tr '\0' ' ' <"$process/cmdline" | grep -v grep | grep -F "$token"; done 2>/dev/null
            exit 7
            """);
        using var run = JobProcess.Start(SparkDriver.Submission("local[1]", "/bin/bash", program));
        var (code, output, errors) = run.End();
        Assert.Equal(7, code);
        Assert.Matches(@"^sc://127\.0\.0\.1:\d+/;token=[0-9a-f]{64}$", output.TrimEnd());
        Assert.DoesNotContain(output.TrimEnd().Split("token=")[1], errors);
    }

    [SkippableFact]
    public void A_job_that_is_not_there_is_named()
    {
        SparkDriver.Require();
        using var run = JobProcess.Start(SparkDriver.Submission("local[1]", "none/job.dll"));
        var (code, _, errors) = run.End();
        Assert.Equal(64, code);
        Assert.Contains("none/job.dll", errors);
    }
}
