namespace DataPlatform.Plans;

/// <summary>What a write does where data is there.</summary>
public enum WriteMode
{
    /// <summary>It fails: <c>PATH_ALREADY_EXISTS</c>, <c>TABLE_OR_VIEW_ALREADY_EXISTS</c>.</summary>
    ErrorIfExists,

    /// <summary>It adds to it.</summary>
    Append,

    /// <summary>It takes its place.</summary>
    Overwrite,

    /// <summary>It does nothing.</summary>
    Ignore,
}
