using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Architecture.Schedules;

public sealed class DataFactoryTests : IDisposable
{
    private const string Folder = "conf/schedules/azure-data-factory";

    private readonly ScheduleTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Pipeline_runs_each_job_after_those_it_waits_for()
    {
        var activities = Read("pipeline/flights")["properties"]!["activities"]!;
        var jobs = activities.ToDictionary(activity => (string)activity["name"]!, activity => (string)activity["typeProperties"]!["parameters"]!["job"]!);
        FlightsPipeline.AssertSame(activities.ToDictionary(
            activity => jobs[(string)activity["name"]!],
            activity => activity["dependsOn"]?.Select(wait => jobs[(string)wait["activity"]!]).ToArray() ?? []));
        Assert.All(activities.SelectMany(activity => activity["dependsOn"] ?? new JArray()), wait => Assert.Equal(["Succeeded"], wait["dependencyConditions"]!.Values<string>()));
        Assert.All(activities, activity =>
        {
            var properties = activity["typeProperties"]!;
            Assert.True((bool)properties["waitOnCompletion"]!);
            Assert.Equal("@pipeline().parameters.date", (string?)properties["parameters"]!["date"]!["value"]);
            AssertCalls(properties["pipeline"]!, properties["parameters"]!);
        });
    }

    [Theory]
    [InlineData("0", 75, 75, 0)]
    [InlineData("1", 1)]
    [InlineData("2", 2)]
    [InlineData("64", 75, 64)]
    [InlineData("75", 75, 75, 75, 75, 75)]
    public void Submit_tries_again_on_75_only_and_fails_with_the_exit_code(string last, params int[] codes)
    {
        _tree.ExitWith(codes);
        var run = new FactoryRun(_tree, Read("pipeline/submit"), new() { ["job"] = "Flights.Silver", ["date"] = "2013-01-15" });

        Assert.Equal(last == "0" ? null : last, run.Failure?.Code);
        Assert.Equal(codes.Length, _tree.Submissions.Count);
        Assert.All(_tree.Submissions, submission => FlightsPipeline.AssertSubmits(submission, "Flights.Silver", "2013-01-15"));
        Assert.Equal(((int[])[60, 120, 180, 240, 300]).Take(codes.Count(code => code == 75)), run.Waits);
    }

    [Fact]
    public void Submit_where_nothing_could_run_fails_without_another_attempt()
    {
        File.Delete(Path.Combine(_tree.Root, Folder, "submit.sh"));
        var run = new FactoryRun(_tree, Read("pipeline/submit"), new() { ["job"] = "Flights.Silver", ["date"] = "2013-01-15" });
        Assert.Equal(("none", "Flights.Silver for 2013-01-15 is not done; exit codes: none"), run.Failure);
    }

    [Fact]
    public void Nothing_is_retried_by_a_policy_of_the_factory()
    {
        var policies = Directory.EnumerateFiles(Path.Combine(_tree.Root, Folder), "*.json", SearchOption.AllDirectories)
            .SelectMany(file => ((JContainer)Parse(File.ReadAllText(file))).Descendants().OfType<JProperty>())
            .ToList();
        Assert.All(policies.Where(property => property.Name == "retry"), retry => Assert.Equal(0, (int)retry.Value));
        Assert.All(policies.Where(property => property.Name == "retryPolicy"), retry => Assert.Equal(0, (int)retry.Value["count"]!));
        Assert.Equal(2, policies.Count(property => property.Name == "retryPolicy"));
    }

    [Theory]
    [InlineData("flights", "05:00:00", null)]
    [InlineData("flightsBackfill", null, "2013-02-01T00:00:00Z")]
    public void Trigger_hands_over_the_day_that_its_window_is(string name, string? delay, string? end)
    {
        var trigger = Read($"trigger/{name}");
        var window = trigger["properties"]!["typeProperties"]!;
        Assert.Equal("TumblingWindowTrigger", (string?)trigger["properties"]!["type"]);
        Assert.Equal(("Hour", 24), ((string?)window["frequency"], (int)window["interval"]!));
        Assert.EndsWith("T00:00:00Z", (string?)window["startTime"]);
        Assert.Equal((delay, end), ((string?)window["delay"], (string?)window["endTime"]));

        var parameters = trigger["properties"]!["pipeline"]!["parameters"]!;
        Assert.Equal("@{formatDateTime(trigger().outputs.windowStartTime, 'yyyy-MM-dd')}", (string?)parameters["date"]);
        AssertCalls(trigger["properties"]!["pipeline"]!["pipelineReference"]!, parameters);
    }

    private void AssertCalls(JToken pipeline, JToken arguments)
    {
        Assert.Equal("PipelineReference", (string?)pipeline["type"]);
        var parameters = Read($"pipeline/{pipeline["referenceName"]}")["properties"]!["parameters"]!;
        Assert.Equal(parameters.Children<JProperty>().Select(parameter => parameter.Name), arguments.Children<JProperty>().Select(argument => argument.Name));
    }

    private JToken Read(string resource)
    {
        var json = Parse(File.ReadAllText(Path.Combine(_tree.Root, Folder, $"{resource}.json")));
        Assert.Equal(Path.GetFileName(resource), (string?)json["name"]);
        return json;
    }

    private static JToken Parse(string json) => JsonConvert.DeserializeObject<JToken>(json, new JsonSerializerSettings { DateParseHandling = DateParseHandling.None })!;
}
