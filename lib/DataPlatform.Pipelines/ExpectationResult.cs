namespace DataPlatform.Pipelines;

/// <summary>How an expectation turned out for the rows of one write.</summary>
/// <param name="Expectation">What was expected.</param>
/// <param name="Rows">Rows judged.</param>
/// <param name="Failed">Rows among them that failed.</param>
public sealed record ExpectationResult(Expectation Expectation, long Rows, long Failed);
