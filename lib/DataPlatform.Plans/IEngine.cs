using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Plans;

/// <summary>
/// What runs plans: in process or on Spark. One engine is one session: its configuration, temporary views and persisted relations are its own.
/// Calls from several threads are allowed.
/// </summary>
public interface IEngine : IDisposable
{
    /// <summary>The version of Spark whose semantics the answers follow, such as <c>4.2.0</c>.</summary>
    string Version { get; }

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

    /// <summary>Keeps a plan's rows after its first run, so that later uses of an equal plan read them.</summary>
    void Persist(LogicalPlan plan);

    /// <summary>Forgets rows that <see cref="Persist"/> kept; nothing happens where there are none.</summary>
    void Unpersist(LogicalPlan plan);
}
