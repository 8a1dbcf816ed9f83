namespace DataPlatform.Plans;

/// <summary>What a write to a named table does.</summary>
public enum WriteModeV2
{
    /// <summary>Makes the table; fails where it is there.</summary>
    Create,

    /// <summary>Adds rows to a table that is there.</summary>
    Append,

    /// <summary>Replaces the rows that fulfil a condition.</summary>
    Overwrite,

    /// <summary>Replaces the partitions that the rows are in.</summary>
    OverwritePartitions,

    /// <summary>Replaces a table that is there, definition and all.</summary>
    Replace,

    /// <summary>Makes the table or replaces it.</summary>
    CreateOrReplace,
}
