namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>Rows of text of a fixed width, made anew for every query.</summary>
/// <param name="Width">The number of columns.</param>
/// <param name="Rows">Makes them; each may be the one before, filled anew.</param>
internal sealed record RowFeed(int Width, Func<IEnumerable<FeedRow>> Rows);
