namespace DataPlatform.Plans;

/// <summary>An expression as SQL text: parsed by the engine, on Spark by Spark.</summary>
/// <param name="Text">The text, with or without an alias.</param>
public sealed record ExpressionString(string Text) : Expression;
