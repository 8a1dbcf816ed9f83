namespace DataPlatform.Delta;

/// <summary>The forms of a checkpoint.</summary>
internal enum CheckpointKind
{
    /// <summary>One Parquet file with everything, or with sidecars.</summary>
    Classic,

    /// <summary>Several Parquet files, each with a part of everything.</summary>
    MultiPart,

    /// <summary>A JSON manifest, as a rule with sidecars.</summary>
    ManifestJson,

    /// <summary>A Parquet manifest, as a rule with sidecars.</summary>
    ManifestParquet,
}
