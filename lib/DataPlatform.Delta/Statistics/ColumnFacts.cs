namespace DataPlatform.Delta;

/// <summary>What is known of a column within one file.</summary>
/// <param name="Lower">No row is below it; null where unknown. In <see cref="ComparableValue"/>'s form.</param>
/// <param name="Upper">No row is above it; null where unknown.</param>
/// <param name="AllNull">Whether every row is null.</param>
/// <param name="NoNull">Whether no row is null.</param>
/// <param name="Bounded">Whether rows that are not null lie within the bounds without exception; binary fractions may be NaN outside them.</param>
/// <param name="Constant">Whether the bounds, where they are equal, are what every row holds and not only what it lies between.</param>
internal readonly record struct ColumnFacts(object? Lower, object? Upper, bool AllNull, bool NoNull, bool Bounded, bool Constant)
{
    public static ColumnFacts Unknown => default;
}
