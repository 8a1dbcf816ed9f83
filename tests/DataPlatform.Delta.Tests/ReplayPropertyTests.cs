using CsCheck;

namespace DataPlatform.Delta.Tests;

/// <summary>Laws that hold for every history of a table.</summary>
public sealed class ReplayPropertyTests
{
    private static readonly Gen<(int[] Adds, int[] Removes, int Application)[]> Histories =
        Gen.Select(Gen.Int[0, 9].Array[0, 4], Gen.Int[0, 9].Array[0, 3], Gen.Int[0, 3]).Array[1, 9];

    [Fact]
    public void Latest_replayed_from_a_checkpoint_equals_replayed_from_the_beginning() => Histories.Sample(
        history =>
        {
            using var table = new TestTable();
            table.Create(properties: new Dictionary<string, string> { ["delta.checkpointInterval"] = "3" });
            foreach (var (adds, removes, application) in history)
            {
                Commit(table, adds, removes, application);
            }

            var incremental = SnapshotText.Of(table.Log.Latest());
            var fromCheckpoint = SnapshotText.Of(table.Fresh().Latest());
            foreach (var checkpoint in Directory.EnumerateFiles(table.LogPath).Where(path => path.Contains("checkpoint", StringComparison.Ordinal)))
            {
                File.Delete(checkpoint);
            }

            var fromTheBeginning = SnapshotText.Of(table.Fresh().Latest());
            return incremental == fromTheBeginning && fromCheckpoint == fromTheBeginning;
        },
        iter: 8,
        threads: 1);

    [Fact]
    public void Commit_eight_writers_append_at_once_every_commit_lands_once()
    {
        using var table = new TestTable();
        table.Create();
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, writer =>
        {
            var log = table.Fresh();
            for (var i = 0; i < 6; i++)
            {
                TestTable.Append(log, TestTable.File($"{writer}-{i}")).OrThrow();
            }
        });
        var latest = table.Fresh().Latest();
        Assert.Equal(48, latest.Version);
        Assert.Equal(48, latest.AllFiles.Count);
        Assert.Equal(49, table.Fresh().History().Select(commit => commit.TransactionId).Distinct().Count());
        Assert.All(table.Fresh().History().Where(commit => commit.Version > 0), commit => Assert.True(commit.ReadVersion < commit.Version));
    }

    [Fact]
    public void Commit_eight_writers_count_up_at_once_no_update_is_lost()
    {
        using var table = new TestTable();
        table.Create();
        var log = table.Log;
        log.Latest();
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            while (true)
            {
                // One log is shared: it can be used by several threads.
                var transaction = log.Begin();
                var counted = transaction.ReadTransaction("counter") ?? 0;
                transaction.SetTransaction("counter", counted + 1);
                if (transaction.Commit("COUNT") is CommitResult.Committed)
                {
                    return;
                }
            }
        });
        Assert.Equal(8, table.Fresh().Latest().LastTransactionVersion("counter"));
    }

    private static void Commit(TestTable table, int[] adds, int[] removes, int application)
    {
        var transaction = table.Log.Begin();
        var present = transaction.Snapshot!.AllFiles.ToDictionary(file => file.Path);
        foreach (var path in removes.Distinct().Select(number => $"f{number}.parquet").Where(present.ContainsKey))
        {
            transaction.Remove(present[path]);
        }

        foreach (var number in adds.Except(removes).Distinct())
        {
            transaction.Add(TestTable.File($"f{number}", rows: transaction.ReadVersion));
        }

        if (application > 0)
        {
            transaction.SetTransaction($"app{application}", transaction.ReadVersion);
        }

        transaction.Commit("WRITE").OrThrow();
    }
}
