namespace DataPlatform.Plans;

/// <summary>Which rows around the current one a window function takes.</summary>
/// <param name="IsRange">True: bounds are distances of the order's value (<c>RANGE</c>); false: numbers of rows (<c>ROWS</c>).</param>
/// <param name="Lower">The first row taken, inclusive.</param>
/// <param name="Upper">The last row taken, inclusive.</param>
public sealed record WindowFrame(bool IsRange, FrameBoundary Lower, FrameBoundary Upper);
