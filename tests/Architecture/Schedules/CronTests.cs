namespace Architecture.Schedules;

public sealed class CronTests : IDisposable
{
    private readonly ScheduleTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Crontab_runs_once_a_day_at_five_as_the_user_of_the_platform()
    {
        var (time, user, command) = Line();
        Assert.Equal(new TimeOnly(5, 0), CronFields.Daily(time));
        Assert.Equal("dataplatform", user);
        // Cron ends a command at a percent sign that has no backslash before it.
        Assert.DoesNotContain('%', command.Replace(@"\%", ""));
    }

    [Fact]
    public void Crontab_transient_failures_are_tried_again_for_the_same_day_and_nothing_is_mailed()
    {
        _tree.ExitWith(75, 75, 0);
        var days = Yesterday();
        var outcome = RunLine();
        days = [.. days, .. Yesterday()];

        Assert.Empty(outcome.Output);
        Assert.Equal("", outcome.Errors);
        Assert.Equal(3, _tree.Submissions.Count);
        Assert.Contains(_tree.Days.Distinct().Single(), days);
        Assert.All(_tree.Submissions, submission => FlightsPipeline.AssertSubmits(submission, "flights", _tree.Days.First()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Crontab_lasting_failure_is_not_tried_again_and_mails_the_end_of_the_log(int code)
    {
        _tree.ExitWith(code);
        var outcome = RunLine();
        Assert.Single(_tree.Submissions);
        Assert.Contains(outcome.Output, line => line.Contains($"exit code {code}"));
    }

    private static string[] Yesterday() => [DateTime.UtcNow.AddDays(-1).ToString("yyyy-MM-dd")];

    private SubmitOutcome RunLine()
    {
        var log = Directory.CreateDirectory(Path.Combine(_tree.Root, "log")).FullName;
        return _tree.Shell(Line().Command.Replace(@"\%", "%").Replace("/var/log/dataplatform", log));
    }

    private (string Time, string User, string Command) Line()
    {
        var line = Assert.Single(_tree.Text("conf/schedules/cron/flights").Split('\n'), line => line.Length > 0 && line[0] != '#' && line != "SHELL=/bin/bash");
        var parts = line.Split(' ', 7);
        return (string.Join(' ', parts[..5]), parts[5], parts[6]);
    }
}
