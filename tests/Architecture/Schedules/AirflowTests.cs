using Newtonsoft.Json.Linq;

namespace Architecture.Schedules;

public sealed class AirflowTests : IDisposable
{
    private readonly ScheduleTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [SkippableFact]
    public void Dag_has_a_task_for_each_job_with_what_it_waits_for()
    {
        var dag = JObject.Parse(Assert.Single(Python().Output));
        FlightsPipeline.AssertSame(dag["tasks"]!.ToDictionary(task => (string)task["id"]!, task => task["after"]!.Select(job => (string)job!).ToArray()));
    }

    [SkippableFact]
    public void Dag_runs_once_a_day_at_five_for_the_day_before_and_can_be_backfilled()
    {
        var dag = JObject.Parse(Assert.Single(Python().Output));
        Assert.Equal("flights", (string?)dag["id"]);
        Assert.Equal(new TimeOnly(5, 0), CronFields.Daily((string)dag["cron"]!));
        Assert.Equal("UTC", (string?)dag["timezone"]);
        Assert.StartsWith("2013-01-01T00:00:00", dag["start"]!.ToObject<DateTime>().ToUniversalTime().ToString("s"));
        Assert.False((bool)dag["catchup"]!);
        Assert.Equal(4, (int)dag["retries"]!);
        Assert.All(dag["tasks"]!, task => Assert.Equal(JTokenType.Null, task["skip"]!.Type));
    }

    [SkippableTheory]
    [InlineData(0, "done")]
    [InlineData(75, "retry")]
    [InlineData(1, "fail")]
    [InlineData(2, "fail")]
    [InlineData(64, "fail")]
    [InlineData(99, "fail")]
    [InlineData(137, "fail")]
    public void Task_submits_its_job_for_the_logical_date_and_only_75_is_tried_again(int code, string next)
    {
        _tree.ExitWith([.. FlightsPipeline.Jobs.Select(_ => code)]);
        Assert.All(FlightsPipeline.Jobs.Keys, job =>
        {
            Assert.Equal([next], Python(job, "2013-01-15").Output);
            FlightsPipeline.AssertSubmits(_tree.Submissions[^1], job, "2013-01-15");
        });
    }

    private SubmitOutcome Python(params string[] arguments)
    {
        Skip.IfNot(_tree.Shell("command -v python3").ExitCode == 0, "python3 is not installed, so the Airflow DAG is not loaded");
        var runner = Path.Combine(Repository.Root, "tests/Architecture/Schedules/run_dag.py");
        var dag = Path.Combine(_tree.Root, "conf/schedules/airflow/flights.py");
        var outcome = ScheduleTree.Finish(_tree.Start("python3", ["-B", runner, dag, .. arguments], ("DATAPLATFORM_HOME", _tree.Root)));
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        return outcome;
    }
}
