namespace DataPlatform.Plans;

/// <summary>Rows that a server keeps for this session since a checkpoint of them was made. Only the engine that gave it knows it.</summary>
/// <param name="RelationId">The server's name for them.</param>
public sealed record CachedRemoteRelation(string RelationId) : LogicalPlan;
