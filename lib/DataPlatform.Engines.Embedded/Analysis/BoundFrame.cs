namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>Which rows around the current one are taken. A bound is null for the window's own end, else a distance (0: the current row).</summary>
internal sealed record BoundFrame(bool IsRange, BoundExpression? Lower, BoundExpression? Upper);
