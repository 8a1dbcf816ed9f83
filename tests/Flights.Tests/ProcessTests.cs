using System.Diagnostics;

namespace Flights.Tests;

/// <summary>What a scheduler sees of the process.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly FlightsLake _lake = new();

    public void Dispose() => _lake.Dispose();

    [Fact]
    public void Standard_output_is_the_report_and_nothing_else()
    {
        _lake.LandPart(1);
        using var process = JobProcess.Submit(_lake, "flights");
        var (code, output, errors) = process.End();
        Assert.Equal(0, code);
        Assert.StartsWith("{\"run_id\":", Assert.Single(output.TrimEnd().Split('\n')));
        Assert.Contains("gold/fact_flight", errors);
        Assert.DoesNotContain('\e', errors);
    }

    [Fact]
    public void A_job_runs_by_its_own_assembly()
    {
        _lake.LandPart(1);
        using var process = JobProcess.Start(_lake, "Flights.Bronze.dll");
        Assert.Equal("Flights.Bronze", process.Report().GetProperty("job").GetString());
        Assert.Equal(39, _lake.Table("bronze/flights").Count());
    }

    [SkippableFact]
    public void A_run_that_is_asked_to_end_ends_before_its_next_write_and_says_so()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        _lake.Land(1, 2, 3, 4, 5, 6, 7, 8);
        using var process = JobProcess.Submit(_lake, "flights");
        process.WaitFor("run of flights");
        Process.Start("kill", ["-TERM", process.Id.ToString()])!.WaitForExit();
        var report = process.Report();
        Assert.Equal(75, report.GetProperty("exit_code").GetInt32());
        Assert.Equal("RUN_CANCELLED", report.GetProperty("error").GetProperty("code").GetString());
        Assert.False(Directory.Exists(Path.Combine(_lake.Lake, "gold")));
        _lake.Run("flights");
        Assert.Equal(_lake.Table("bronze/flights").Count(), _lake.Table("gold/fact_flight").Count());
    }

    [Fact]
    public void Two_runs_at_once_leave_the_tables_of_one()
    {
        _lake.LandPart(1);
        using (var first = JobProcess.Submit(_lake, "flights"))
        using (var second = JobProcess.Submit(_lake, "flights"))
        {
            var codes = (int[])[first.Report().GetProperty("exit_code").GetInt32(), second.Report().GetProperty("exit_code").GetInt32()];
            Assert.All(codes, code => Assert.Contains(code, (int[])[0, 75]));
        }

        _lake.Run("flights");
        using var undisturbed = new FlightsLake();
        undisturbed.LandPart(1);
        undisturbed.Run("flights");
        FlightsLake.AssertSame(undisturbed.Tables(), _lake.Tables());
    }

    [SkippableFact]
    public void A_full_disk_is_said_and_room_lets_the_next_run_finish()
    {
        Directory.CreateDirectory(_lake.Lake);
        Skip.IfNot(Mount("-t", "tmpfs", "-o", "size=600k", "tmpfs", _lake.Lake), "a small disk cannot be mounted here: run as root on Linux");
        try
        {
            _lake.Land(1, 2, 3);
            var report = _lake.Submit("flights");
            Assert.Equal(1, report.GetProperty("exit_code").GetInt32());
            Assert.Matches("DISK_FULL|STORAGE_WRITE_FAILED", report.GetProperty("error").GetProperty("code").GetString());
            Assert.True(Mount("-o", "remount,size=100m", _lake.Lake));
            _lake.Run("flights");
            using var undisturbed = new FlightsLake();
            undisturbed.Land(1, 2, 3);
            undisturbed.Run("flights");
            FlightsLake.AssertSame(undisturbed.Tables(), _lake.Tables());
        }
        finally
        {
            Process.Start("umount", [_lake.Lake]).WaitForExit();
        }
    }

    private static bool Mount(params string[] arguments)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        using var mount = Process.Start(new ProcessStartInfo("mount", arguments) { RedirectStandardError = true })!;
        mount.WaitForExit();
        return mount.ExitCode == 0;
    }
}
