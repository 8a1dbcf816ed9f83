using System.Globalization;
using DataPlatform.Hosting;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using YamlDotNet.Serialization;

namespace Architecture.Schedules;

public sealed class KubernetesTests : IDisposable
{
    private readonly ScheduleTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void CronJob_runs_once_a_day_at_five()
    {
        var manifest = Manifest();
        Assert.Equal(("batch/v1", "CronJob", "flights"), ((string?)manifest["apiVersion"], (string?)manifest["kind"], (string?)manifest["metadata"]!["name"]));
        Assert.Equal(new TimeOnly(5, 0), CronFields.Daily((string)manifest["spec"]!["schedule"]!));
        Assert.Equal("Etc/UTC", (string?)manifest["spec"]!["timeZone"]);
        Assert.Equal("Forbid", (string?)manifest["spec"]!["concurrencyPolicy"]);
    }

    [Fact]
    public void Job_counts_75_as_an_attempt_and_fails_at_once_on_anything_else()
    {
        var job = Manifest()["spec"]!["jobTemplate"]!["spec"]!;
        Assert.Equal("4", (string?)job["backoffLimit"]);
        // Kubernetes takes the first rule that fits, and a policy only for pods that are never restarted in place.
        Assert.Equal("Never", (string?)job["template"]!["spec"]!["restartPolicy"]);
        Assert.Equal(
            ["Count flights In 75", "FailJob flights NotIn 75"],
            job["podFailurePolicy"]!["rules"]!.Select(rule =>
                $"{rule["action"]} {rule["onExitCodes"]!["containerName"]} {rule["onExitCodes"]!["operator"]} {string.Join(',', rule["onExitCodes"]!["values"]!)}"));
        Assert.Equal("flights", (string?)Container()["name"]);
    }

    [Fact]
    public void Container_sees_the_lake_and_the_landing_folder_on_the_claimed_volume()
    {
        var pod = Manifest()["spec"]!["jobTemplate"]!["spec"]!["template"]!["spec"]!;
        var mount = Assert.Single(Container()["volumeMounts"]!);
        Assert.Equal((string?)mount["name"], (string?)Assert.Single(pod["volumes"]!)["name"]);

        var environment = JObject.Parse(File.ReadAllText(Path.Combine(Repository.Root, "conf/prod.json")));
        Assert.All((string[])["lake", "landing"], folder => Assert.StartsWith($"{mount["mountPath"]}/", (string?)environment[folder]));
    }

    [Theory]
    [InlineData("2013-01-16T05:00:00", "2013-01-15", 0)]
    [InlineData("2024-03-01T05:00:00", "2024-02-29", 75)]
    [InlineData("2013-01-16T05:00:00", "2013-01-15", 2)]
    public void Container_runs_the_day_before_its_scheduled_time(string scheduled, string day, int code)
    {
        _tree.ExitWith(code);
        var minutes = (int)(DateTime.Parse(scheduled, CultureInfo.InvariantCulture) - DateTime.UnixEpoch).TotalMinutes;
        Assert.Equal(code, RunContainer($"flights-{minutes}").ExitCode);
        FlightsPipeline.AssertSubmits(Assert.Single(_tree.Submissions), "flights", day);
    }

    [Theory]
    [InlineData("by-hand")]
    [InlineData("flights-20130115")]
    [InlineData("flights-1358312400")]
    [InlineData("flights-99999999")]
    public void Container_of_a_job_that_no_schedule_named_is_refused(string name)
    {
        var outcome = RunContainer(name);
        Assert.Equal((int)ExitCode.Usage, outcome.ExitCode);
        Assert.Empty(_tree.Submissions);
    }

    [Fact]
    public void Backfill_creates_a_job_a_day_whose_name_gives_back_the_day()
    {
        _tree.Stub("kubectl", """[ "$1" = create ] || [ -e "$0.again" ] && echo 'SuccessCriteriaMet Complete' || touch "$0.again" """);
        Assert.Equal(0, Backfill("2013-01-31", "2013-02-01").ExitCode);

        var created = _tree.StubCalls("kubectl").Where(call => call.StartsWith("create", StringComparison.Ordinal)).Select(call => call.Split(' ')).ToList();
        Assert.Equal(2, created.Count);
        Assert.All(created, call => Assert.Equal(["create", "job", call[2], "--from=cronjob/flights"], call));
        Assert.All(created, call => Assert.Equal(0, RunContainer(call[2]).ExitCode));
        Assert.Equal(["2013-01-31", "2013-02-01"], _tree.Days);
    }

    [Fact]
    public void Backfill_stops_at_a_job_that_failed()
    {
        _tree.Stub("kubectl", "[ $1 = create ] || echo 'FailureTarget Failed'");
        var outcome = Backfill("2013-01-31", "2013-02-01");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("kubectl delete job flights-22661580", outcome.Errors);
        Assert.Contains("To resume: ", outcome.Errors);
        Assert.Single(_tree.StubCalls("kubectl"), call => call.StartsWith("create", StringComparison.Ordinal));
    }

    private SubmitOutcome Backfill(string first, string last) =>
        _tree.Run("conf/schedules/backfill.sh", "--attempts", "1", "--submit", "conf/schedules/kubernetes/submit.sh", first, last);

    private SubmitOutcome RunContainer(string job)
    {
        var variable = Assert.Single(Container()["env"]!);
        Assert.Equal("metadata.labels['batch.kubernetes.io/job-name']", (string?)variable["valueFrom"]!["fieldRef"]!["fieldPath"]);
        Assert.Equal(["/bin/bash", "-c"], Container()["command"]!.Values<string>());
        return _tree.Shell((string)Assert.Single(Container()["args"]!)!, ((string)variable["name"]!, job));
    }

    private JToken Container() => Assert.Single(Manifest()["spec"]!["jobTemplate"]!["spec"]!["template"]!["spec"]!["containers"]!);

    private JObject Manifest()
    {
        var document = new DeserializerBuilder().Build().Deserialize<object>(_tree.Text("conf/schedules/kubernetes/flights.yaml"));
        return JObject.Parse(JsonConvert.SerializeObject(document));
    }
}
