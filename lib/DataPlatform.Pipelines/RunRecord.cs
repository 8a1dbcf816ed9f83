namespace DataPlatform.Pipelines;

/// <summary>A run as <c>ops/runs</c> keeps it.</summary>
/// <param name="RunId">Names the run.</param>
/// <param name="Job">What was submitted.</param>
/// <param name="Engine">What computed.</param>
/// <param name="Environment">Where it ran.</param>
/// <param name="LogicalDate">The logical date that was asked for; null where none was.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="ExitCode">How it ended, as a scheduler sees it.</param>
/// <param name="ErrorCode">Why it failed; null where it did not.</param>
/// <param name="ErrorMessage">The same for people.</param>
/// <param name="Report">The whole report as JSON.</param>
public sealed record RunRecord(
    string RunId,
    string Job,
    string Engine,
    string Environment,
    DateOnly? LogicalDate,
    DateTimeOffset StartedAt,
    double Seconds,
    int ExitCode,
    string? ErrorCode,
    string? ErrorMessage,
    string Report);
