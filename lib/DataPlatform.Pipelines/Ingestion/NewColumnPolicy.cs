namespace DataPlatform.Pipelines;

/// <summary>What happens to a delivered column that the source does not name.</summary>
public enum NewColumnPolicy
{
    /// <summary>The delivery is refused.</summary>
    Fail,

    /// <summary>The bronze table gets the column, as text; null in rows delivered before.</summary>
    Evolve,

    /// <summary>Its values are kept in <c>_rescued_data</c>.</summary>
    Rescue,
}
