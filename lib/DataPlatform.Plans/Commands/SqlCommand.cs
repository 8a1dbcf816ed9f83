namespace DataPlatform.Plans;

/// <summary>A statement as SQL text, query or not: parsed by the engine, on Spark by Spark.</summary>
/// <param name="Text">The text of one statement.</param>
public sealed record SqlCommand(string Text) : Command;
