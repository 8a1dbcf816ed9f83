using DataPlatform.Hosting;
using Newtonsoft.Json.Linq;

namespace Architecture.Schedules;

/// <summary>What <c>conf/pipelines/flights.json</c> says, and whether a submission fits it.</summary>
internal static class FlightsPipeline
{
    /// <summary>Each job with those that it waits for.</summary>
    public static IReadOnlyDictionary<string, string[]> Jobs { get; } =
        JObject.Parse(File.ReadAllText(Path.Combine(Repository.Root, "conf/pipelines/flights.json")))["jobs"]!
            .ToDictionary(entry => (string)entry["job"]!, entry => entry["after"]?.Select(job => (string)job!).ToArray() ?? []);

    /// <summary>Asserts that a graph of jobs is the pipeline's.</summary>
    public static void AssertSame(IReadOnlyDictionary<string, string[]> jobs)
    {
        Assert.Equal(Jobs.Keys.Order(), jobs.Keys.Order());
        Assert.All(Jobs, job => Assert.Equal(job.Value.Order(), jobs[job.Key].Order()));
    }

    /// <summary>Asserts that a submission is of the pipeline or one of its jobs, that its arguments are those that jobs take, and that it is for the day.</summary>
    public static void AssertSubmits(string[] submission, string job, string day)
    {
        Assert.Equal(job, submission[0]);
        Assert.True(job == "flights" || Jobs.ContainsKey(job), $"'{job}' is no job of the pipeline");
        Assert.All(job == "flights" ? Jobs.Keys : [job], name => Assert.True(Directory.Exists(Path.Combine(Repository.Root, "jobs", name))));

        var options = JobOptions.Parse(submission[1..], job, Repository.Root);
        Assert.Equal(day, options.Date?.ToString("yyyy-MM-dd"));
        Assert.True(File.Exists(Path.Combine(Repository.Root, "conf", $"{options.Environment}.json")), $"there is no environment '{options.Environment}'");
    }
}
