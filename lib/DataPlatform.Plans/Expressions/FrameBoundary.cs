namespace DataPlatform.Plans;

/// <summary>One end of a window frame, inclusive.</summary>
/// <param name="Kind">What kind of end.</param>
/// <param name="Offset">For <see cref="FrameBoundaryKind.Value"/>: rows or distance from the current row, negative before it; null otherwise.</param>
public sealed record FrameBoundary(FrameBoundaryKind Kind, Expression? Offset = null)
{
    /// <summary>The first or the last row of the window.</summary>
    public static FrameBoundary Unbounded { get; } = new(FrameBoundaryKind.Unbounded);

    /// <summary>The current row; in a range its peers too.</summary>
    public static FrameBoundary CurrentRow { get; } = new(FrameBoundaryKind.CurrentRow);
}
