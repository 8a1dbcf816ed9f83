using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Plans;

/// <summary>
/// What runs plans: in process or on Spark. One engine is one session: its configuration, temporary views and persisted relations are its own.
/// Calls from several threads are allowed.
/// </summary>
public interface IEngine : IDisposable
{
    /// <summary>Raised now and then while a query or command runs on a cluster, and on another thread than the one that started it; never in process.</summary>
    event Action<QueryProgress>? Progress;

    /// <summary>The version of Spark whose semantics the answers follow, such as <c>4.2.0</c>.</summary>
    string Version { get; }

    /// <summary>Whether the session is over though it was not disposed, because its server lost it; a program then needs a new one.</summary>
    bool HasEnded { get; }

    /// <summary>The session's configuration.</summary>
    IEngineConfiguration Configuration { get; }

    /// <summary>The columns that a plan gives, without running it.</summary>
    /// <exception cref="AnalysisException">The plan cannot be resolved or is refused.</exception>
    StructType Analyze(LogicalPlan plan);

    /// <summary>Runs a plan and streams its rows. The caller disposes the result, also when it has not read all.</summary>
    /// <exception cref="AnalysisException">The plan cannot be resolved or is refused.</exception>
    /// <exception cref="DataPlatformException">Reading or computing failed; may also come while rows are read.</exception>
    QueryResult Execute(LogicalPlan plan, CancellationToken cancellation = default);

    /// <summary>Carries out a command, and gives its result as a relation (without columns where it has none).</summary>
    /// <exception cref="DataPlatformException">It failed, and nothing was changed unless the code says otherwise.</exception>
    LogicalPlan Execute(Command command, CancellationToken cancellation = default);

    /// <summary>The plan as text.</summary>
    string Explain(LogicalPlan plan, ExplainMode mode);

    /// <summary>The files that a plan reads, as URIs, in no order.</summary>
    IReadOnlyList<string> InputFiles(LogicalPlan plan);

    /// <summary>Whether a plan's rows are computed without a task of a cluster.</summary>
    bool IsLocal(LogicalPlan plan);

    /// <summary>Whether a plan reads a source whose rows go on coming.</summary>
    bool IsStreaming(LogicalPlan plan);

    /// <summary>
    /// Keeps the rows of a data frame's plan, or of a named table or view, after they are first computed, for later uses. What is kept already stays as it is.
    /// </summary>
    /// <param name="plan">The plan of a data frame, or a <see cref="NamedTable"/>.</param>
    /// <param name="level">Where to keep them; advice.</param>
    void Persist(LogicalPlan plan, StorageLevel level);

    /// <summary>Forgets rows that <see cref="Persist"/> kept; nothing happens where there are none.</summary>
    /// <param name="plan">The plan that they were kept of.</param>
    /// <param name="blocking">Whether to wait until a cluster has dropped them.</param>
    void Unpersist(LogicalPlan plan, bool blocking = false);

    /// <summary>Where a plan's rows are kept; <see cref="Microsoft.Spark.Sql.StorageLevel.NONE"/>: they are not.</summary>
    StorageLevel StorageLevel(LogicalPlan plan);

    /// <summary>Forgets all rows that <see cref="Persist"/> kept.</summary>
    void ClearCache();

    /// <summary>Reads a named table or view anew at its next use, where its rows or files are kept.</summary>
    void RefreshTable(string name);

    /// <summary>Keeps a plan's rows as they are computed now, and gives a plan of just these: it reads no source again.</summary>
    /// <param name="plan">What is kept.</param>
    /// <param name="isReliable">Whether the rows outlive the loss of a cluster's worker: they then go to the checkpoint folder that the cluster was started with.</param>
    /// <param name="isEager">Whether they are computed at once, or at their first use on a cluster.</param>
    LogicalPlan Checkpoint(LogicalPlan plan, bool isReliable, bool isEager);

    /// <summary>Another session of the same program: with its own temporary views and settings.</summary>
    /// <param name="configuration">The settings that it begins with.</param>
    IEngine NewSession(IReadOnlyDictionary<string, string> configuration);
}
