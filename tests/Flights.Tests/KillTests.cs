using System.Diagnostics;

namespace Flights.Tests;

/// <summary>
/// A run that is killed (SIGKILL) at any step that touches storage, and run again, gives the tables of an undisturbed one. The steps are those of
/// <c>dataplatform.fault.killAtStorageStep</c>: each is tried on a lake of its own.
/// </summary>
public sealed class KillTests
{
    private const int SIGKILL = 128 + 9;

    [Fact]
    public void A_first_run_that_was_killed_is_finished_by_the_next() => AssertFinishes(lake => lake.LandPart(1), atLeast: 30);

    [Fact]
    public void A_later_run_that_was_killed_is_finished_by_the_next() => AssertFinishes(
        lake =>
        {
            lake.LandPart(1);
            lake.Run("flights");
            lake.LandPart(2);
            lake.Edit("planes/planes.csv", text => text.Replace(",55,", ",56,", StringComparison.Ordinal));
        },
        atLeast: 30);

    private static void AssertFinishes(Action<FlightsLake> prepare, int atLeast)
    {
        using var undisturbed = new FlightsLake();
        prepare(undisturbed);
        undisturbed.Run("flights");
        var expected = undisturbed.Tables();

        var steps = 0;
        var isOver = false;
        Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            while (!Volatile.Read(ref isOver))
            {
                var step = Interlocked.Increment(ref steps);
                using var lake = new FlightsLake();
                prepare(lake);
                if (!IsKilled(lake, step))
                {
                    Volatile.Write(ref isOver, true);
                    continue;
                }

                lake.Run("flights");
                FlightsLake.AssertSame(expected, lake.Tables());
            }
        });
        Assert.True(steps > atLeast, $"only {steps} steps");
    }

    private static bool IsKilled(FlightsLake lake, int step)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "DataPlatform.Hosting.dll"), "submit", "--root", FlightsLake.Root,
            "--conf", $"dataplatform.fault.killAtStorageStep={step}", "flights", "--lake", lake.Lake, "--landing", lake.Landing,
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode is 0 or SIGKILL, errors.Result);
        return process.ExitCode == SIGKILL;
    }
}
