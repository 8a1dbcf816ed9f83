namespace DataPlatform.Plans;

/// <summary>The kinds of an end of a window frame.</summary>
public enum FrameBoundaryKind
{
    /// <summary>The current row.</summary>
    CurrentRow,

    /// <summary>The window's own end on that side.</summary>
    Unbounded,

    /// <summary>A distance from the current row.</summary>
    Value,
}
