using DataPlatform.Pipelines;

namespace DataPlatform.Hosting;

/// <summary>What one job of a run did.</summary>
/// <param name="Job">The job.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Tables">What it did to each table, in order; those before the error where it failed.</param>
public sealed record JobReport(string Job, double Seconds, IReadOnlyList<TableOutcome> Tables);
