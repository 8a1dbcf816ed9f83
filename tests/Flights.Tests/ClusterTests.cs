namespace Flights.Tests;

/// <summary>The pipeline on a standalone cluster of one master and two workers, parts of which are lost while it runs.</summary>
[Collection(nameof(SparkCollection))]
public sealed class ClusterTests : IDisposable
{
    private readonly FlightsLake _embedded;
    private readonly FlightsLake _lake;
    private readonly StandaloneCluster _cluster;

    public ClusterTests()
    {
        SparkDriver.Require();
        _embedded = new FlightsLake();
        _embedded.Land(1, 2, 3);
        _lake = new FlightsLake(copyOf: _embedded);
        _embedded.Run("flights");
        _cluster = new StandaloneCluster(workers: 2);
    }

    public void Dispose()
    {
        _cluster.Dispose();
        _lake.Dispose();
        _embedded.Dispose();
    }

    [SkippableFact]
    public void Worker_killed_mid_run_does_not_change_the_tables()
    {
        using var process = JobProcess.SubmitToSpark(_lake, _cluster.Master, "flights");
        process.WaitFor("bronze/flights");

        _cluster.KillWorker(0);

        var (code, _, errors) = process.End();
        Assert.True(code == 0, errors);
        FlightsLake.AssertSame(_embedded.Tables(), _lake.Tables());
    }

    [SkippableFact]
    public void Driver_killed_mid_run_and_submitted_again_gives_the_same_tables()
    {
        using (var process = JobProcess.SubmitToSpark(_lake, _cluster.Master, "flights"))
        {
            process.WaitFor("silver/flights");
            process.Kill();
        }

        _lake.RunOnSpark(_cluster.Master, "flights");

        FlightsLake.AssertSame(_embedded.Tables(), _lake.Tables());
    }
}
