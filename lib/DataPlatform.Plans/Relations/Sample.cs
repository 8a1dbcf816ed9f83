namespace DataPlatform.Plans;

/// <summary>A random part of the input's rows; all columns.</summary>
/// <param name="Input">The relation read.</param>
/// <param name="LowerBound">Where the part begins, 0 to 1, inclusive.</param>
/// <param name="UpperBound">Where it ends, exclusive; several parts of one split share a seed and do not overlap.</param>
/// <param name="WithReplacement">Whether a row may come several times.</param>
/// <param name="Seed">What the choice is made from; the same seed over the same rows gives the same choice within an engine.</param>
public sealed record Sample(LogicalPlan Input, double LowerBound, double UpperBound, bool WithReplacement, long Seed) : UnaryPlan(Input)
{
    /// <summary>Whether a cluster orders rows first, so that the parts of one split take every row once, however the input is computed again.</summary>
    public bool DeterministicOrder { get; init; }
}
