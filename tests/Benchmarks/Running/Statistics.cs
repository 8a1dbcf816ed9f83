namespace Benchmarks;

/// <summary>Numbers about numbers.</summary>
internal static class Statistics
{
    /// <summary>The middle one; the mean of the two in the middle where there is an even number.</summary>
    public static double Median(IReadOnlyList<double> values)
    {
        var ordered = values.Order().ToList();
        var middle = ordered.Count / 2;
        return ordered.Count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
    }
}
