namespace Flights.Tests;

/// <summary>
/// A run that is killed (SIGKILL) at any step that touches storage, and run again, gives the tables of an undisturbed one. The steps are those of
/// <c>dataplatform.fault.killAtStorageStep</c>: each is tried on a lake of its own.
/// </summary>
public sealed class KillTests
{
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
        using var prepared = new FlightsLake();
        prepare(prepared);
        using var undisturbed = new FlightsLake(copyOf: prepared);
        undisturbed.Run("flights");
        var expected = undisturbed.Tables();

        var steps = 0;
        var isOver = false;
        Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            while (!Volatile.Read(ref isOver))
            {
                var step = Interlocked.Increment(ref steps);
                using var lake = new FlightsLake(copyOf: prepared);
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
        using var process = JobProcess.Submit(lake, "--conf", $"dataplatform.fault.killAtStorageStep={step}", "flights");
        var (code, _, errors) = process.End();
        Assert.True(code is 0 or JobProcess.Killed, errors);
        return code == JobProcess.Killed;
    }
}
