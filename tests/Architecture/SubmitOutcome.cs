namespace Architecture;

/// <summary>How a submission ended: its exit code, its standard output by line and its standard error.</summary>
internal sealed record SubmitOutcome(int ExitCode, string[] Output, string Errors);
