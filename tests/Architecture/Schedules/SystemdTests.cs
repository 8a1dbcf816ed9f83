using System.Globalization;

namespace Architecture.Schedules;

public sealed class SystemdTests : IDisposable
{
    private readonly ScheduleTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Timer_elapses_every_day_at_five_and_starts_a_unit_that_is_there()
    {
        var timer = Unit("flights.timer");
        Assert.Equal(["Unit", "Timer", "Install"], timer.Sections);
        Assert.Equal("*-*-* 05:00:00 UTC", timer["Timer", "OnCalendar"]);
        Assert.Equal("true", timer["Timer", "Persistent"]);
        Assert.Equal("timers.target", timer["Install", "WantedBy"]);
        Assert.Equal("oneshot", Unit(timer["Timer", "Unit"]!)["Service", "Type"]);
    }

    [Fact]
    public void Daily_unit_settles_the_day_in_the_name_of_the_unit_it_starts()
    {
        _tree.Stub("systemctl");
        var before = DateTime.UtcNow.AddDays(-1);
        var command = Unit("flights-daily.service")["Service", "ExecStart"]!.Replace("%%", "%").Replace("$$", "$");
        Assert.Equal(0, _tree.Shell(command).ExitCode);
        Assert.Contains(
            Assert.Single(_tree.StubCalls("systemctl")),
            ((DateTime[])[before, DateTime.UtcNow.AddDays(-1)]).Select(day => $"start --no-block flights@{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.service"));
    }

    [Fact]
    public void Service_restarts_on_75_and_on_nothing_else()
    {
        var service = Unit("flights@.service");
        Assert.Equal("no", service["Service", "Restart"]);
        Assert.Equal("75", service["Service", "RestartForceExitStatus"]);
        Assert.Null(service["Service", "SuccessExitStatus"]);
        // systemd before 256 refuses RestartForceExitStatus for a oneshot unit.
        Assert.Equal("exec", service["Service", "Type"]);
        Assert.NotNull(service["Unit", "StartLimitIntervalSec"]);
    }

    [Theory]
    [InlineData(0, 75, 75, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 75, 2)]
    [InlineData(75, 75, 75, 75, 75, 75)]
    public void Service_runs_the_pipeline_for_the_day_in_its_name(int last, params int[] codes)
    {
        var service = Unit("flights@.service");
        var command = service["Service", "ExecStart"]!.Replace("%i", "2013-01-15");
        _tree.ExitWith(codes);
        int code;
        var starts = 0;
        do
        {
            code = _tree.Shell($"exec {command}").ExitCode;
            starts++;
        }
        while (code.ToString() == service["Service", "RestartForceExitStatus"] && starts < int.Parse(service["Unit", "StartLimitBurst"]!));

        Assert.Equal(last, code);
        Assert.Equal(codes.Length, _tree.Submissions.Count);
        Assert.All(_tree.Submissions, submission => FlightsPipeline.AssertSubmits(submission, "flights", "2013-01-15"));
    }

    [SkippableFact]
    public void Units_are_what_systemd_accepts()
    {
        Skip.IfNot(_tree.Shell("command -v systemd-analyze").ExitCode == 0, "systemd-analyze is not installed (Debian package systemd), so the units are not verified");
        foreach (var unit in (string[])["flights.timer", "flights-daily.service", "flights@.service"])
        {
            File.WriteAllText(Path.Combine(_tree.Root, unit), _tree.Text($"conf/schedules/systemd/{unit}"));
        }

        var outcome = _tree.Shell("systemd-analyze verify ./flights.timer ./flights-daily.service ./flights@.service");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
    }

    private SystemdUnit Unit(string name) => new(_tree.Text($"conf/schedules/systemd/{name}"));
}
