namespace DataPlatform.Pipelines;

/// <summary>What happens to a row that is not well formed, or to a value that is not of its column's type.</summary>
public enum MisfitPolicy
{
    /// <summary>The delivery is refused.</summary>
    Fail,

    /// <summary>The column is null, and the value or the row's text is kept in <c>_rescued_data</c>.</summary>
    Rescue,
}
