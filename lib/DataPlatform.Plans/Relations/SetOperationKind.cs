namespace DataPlatform.Plans;

/// <summary>The set operations.</summary>
public enum SetOperationKind
{
    /// <summary>Rows of either.</summary>
    Union,

    /// <summary>Rows of both.</summary>
    Intersect,

    /// <summary>Rows of the first that the second lacks.</summary>
    Except,
}
