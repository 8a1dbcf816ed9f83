namespace DataPlatform.Pipelines;

/// <summary>A file in the landing folder as it is now.</summary>
/// <param name="Source">The source that delivered it.</param>
/// <param name="Path">Its path relative to the landing folder, parts separated by <c>/</c>.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="ModifiedAt">When it was last changed, to the microsecond.</param>
/// <param name="DeliveryDate">The day that it is a delivery of.</param>
public sealed record LandedFile(string Source, string Path, long Size, DateTimeOffset ModifiedAt, DateOnly DeliveryDate);
