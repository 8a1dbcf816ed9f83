namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>An expression that becomes an output column.</summary>
internal sealed record NamedExpression(BoundColumn Output, BoundExpression Expression);
