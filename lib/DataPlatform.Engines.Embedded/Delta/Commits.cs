using System.Diagnostics;
using DataPlatform.Delta;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>What is told of commits that took place.</summary>
internal static class Commits
{
    /// <summary>Warns where the checkpoint after a commit failed: the commit stands, and reading the table takes longer until one succeeds.</summary>
    public static void Report(CommitResult.Committed commit)
    {
        if (commit.CheckpointFailure is { } failure)
        {
            Trace.TraceWarning($"Version {commit.Version} of {commit.Snapshot.TablePath} is committed, but its checkpoint failed: {failure.Message}");
        }
    }
}
