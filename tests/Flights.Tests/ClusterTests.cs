namespace Flights.Tests;

/// <summary>The pipeline on a standalone cluster of one master and two workers, parts of which are lost while it runs.</summary>
[Collection(nameof(SparkCollection))]
public sealed class ClusterTests
{
    [SkippableFact]
    public void Worker_killed_mid_run_does_not_change_the_tables()
    {
        SparkDriver.Require();
        using var embedded = new FlightsLake();
        embedded.Land(1, 2, 3);
        using var lake = new FlightsLake(copyOf: embedded);
        embedded.Run("flights");
        using var cluster = new StandaloneCluster(workers: 2);
        using var process = JobProcess.SubmitToSpark(lake, cluster.Master, "flights");
        process.WaitFor("bronze/flights");

        cluster.KillWorker(0);

        var (code, _, errors) = process.End();
        Assert.True(code == 0, errors);
        FlightsLake.AssertSame(embedded.Tables(), lake.Tables());
    }

    [SkippableFact]
    public void Driver_killed_mid_run_and_submitted_again_gives_the_same_tables()
    {
        SparkDriver.Require();
        using var embedded = new FlightsLake();
        embedded.Land(1, 2, 3);
        using var lake = new FlightsLake(copyOf: embedded);
        embedded.Run("flights");
        using var cluster = new StandaloneCluster(workers: 2);
        using (var process = JobProcess.SubmitToSpark(lake, cluster.Master, "flights"))
        {
            process.WaitFor("silver/flights");
            process.Kill();
        }

        lake.RunOnSpark(cluster.Master, "flights");

        FlightsLake.AssertSame(embedded.Tables(), lake.Tables());
    }
}
