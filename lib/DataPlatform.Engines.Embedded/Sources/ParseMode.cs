namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>What a reader does with a record that does not fit.</summary>
internal enum ParseMode
{
    /// <summary>What fits is kept, the rest is null, and the record stands in the column for corrupt records where there is one.</summary>
    Permissive,

    /// <summary>The record is left out.</summary>
    DropMalformed,

    /// <summary>Reading fails.</summary>
    FailFast,
}
