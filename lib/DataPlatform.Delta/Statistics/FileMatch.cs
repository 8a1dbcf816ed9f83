namespace DataPlatform.Delta;

/// <summary>How many of a file's rows fulfil a condition, as far as the log tells.</summary>
public enum FileMatch
{
    /// <summary>None: the file need not be read.</summary>
    None,

    /// <summary>Some may; only the file tells.</summary>
    Some,

    /// <summary>Every one: a delete can drop the whole file without reading it.</summary>
    All,
}
