namespace DataPlatform.Pipelines;

/// <summary>The columns that say when a version of a row holds.</summary>
public static class HistoryColumns
{
    /// <summary>The first day that the version holds, inclusive; date.</summary>
    public const string ValidFrom = "valid_from";

    /// <summary>The first day that it no longer holds, exclusive; null where it still does; date.</summary>
    public const string ValidTo = "valid_to";

    /// <summary>Whether it still holds; boolean.</summary>
    public const string IsCurrent = "is_current";

    /// <summary>The day that the first version of a key holds from: what is known first is taken to have been so before. 1 January 1900.</summary>
    public static DateOnly Beginning { get; } = new(1900, 1, 1);
}
