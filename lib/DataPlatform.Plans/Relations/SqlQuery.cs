namespace DataPlatform.Plans;

/// <summary>A query as SQL text: parsed by the engine, on Spark by Spark.</summary>
/// <param name="Query">The text of one query.</param>
public sealed record SqlQuery(string Query) : LogicalPlan;
