namespace DataPlatform.Hosting;

/// <summary>Why a run failed.</summary>
/// <param name="Code">The stable condition, such as <c>EXPECTATION_FAILED</c>.</param>
/// <param name="Message">What happened, where, and what to do.</param>
public sealed record RunError(string Code, string Message);
