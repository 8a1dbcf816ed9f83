namespace DataPlatform.Pipelines;

/// <summary>What a run was asked to do.</summary>
/// <param name="RunId">Names the run in logs, reports and tables; unique.</param>
/// <param name="Lake">The lake that is read and written.</param>
/// <param name="Landing">The folder with one folder a source, in which files arrive.</param>
public sealed record RunSettings(string RunId, Lake Lake, string Landing)
{
    /// <summary>
    /// The logical date: deliveries after it are left for later runs, and its own slice of every table is made again. Null: the newest landed, and only
    /// what is new is made again.
    /// </summary>
    public DateOnly? LogicalDate { get; init; }

    /// <summary>Whether every table is made anew from the layer before, in place of being brought up to date.</summary>
    public bool IsFullRefresh { get; init; }
}
