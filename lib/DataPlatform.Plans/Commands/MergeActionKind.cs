namespace DataPlatform.Plans;

/// <summary>What a clause of a merge does.</summary>
public enum MergeActionKind
{
    /// <summary>Deletes the target row.</summary>
    Delete,

    /// <summary>Sets some columns.</summary>
    Update,

    /// <summary>Sets all columns from the source's of the same name.</summary>
    UpdateStar,

    /// <summary>Inserts a row of some columns; the others are null.</summary>
    Insert,

    /// <summary>Inserts the source row by column name.</summary>
    InsertStar,
}
