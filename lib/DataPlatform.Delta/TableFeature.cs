namespace DataPlatform.Delta;

/// <summary>The names of table features as protocols list them (PROTOCOL.md, "Valid Feature Names in Table Features").</summary>
public static class TableFeature
{
    /// <summary>Rows are only ever added once <c>delta.appendOnly</c> is true.</summary>
    public const string AppendOnly = "appendOnly";

    /// <summary>Columns may carry an expression that every row fulfils.</summary>
    public const string Invariants = "invariants";

    /// <summary>Named expressions that every row fulfils.</summary>
    public const string CheckConstraints = "checkConstraints";

    /// <summary>Row-level changes are kept beside the data.</summary>
    public const string ChangeDataFeed = "changeDataFeed";

    /// <summary>Columns computed from others.</summary>
    public const string GeneratedColumns = "generatedColumns";

    /// <summary>Columns have physical names or ids of their own.</summary>
    public const string ColumnMapping = "columnMapping";

    /// <summary>Columns that number the rows.</summary>
    public const string IdentityColumns = "identityColumns";

    /// <summary>Rows can be deleted by marking them in a bitmap.</summary>
    public const string DeletionVectors = "deletionVectors";

    /// <summary>Timestamps without a time zone.</summary>
    public const string TimestampNtz = "timestampNtz";

    /// <summary>Checkpoints with a manifest and sidecars.</summary>
    public const string V2Checkpoint = "v2Checkpoint";

    /// <summary>Named documents kept with the table.</summary>
    public const string DomainMetadata = "domainMetadata";

    /// <summary>The time of a commit stands inside it.</summary>
    public const string InCommitTimestamp = "inCommitTimestamp";

    /// <summary>Vacuum checks the writer protocol.</summary>
    public const string VacuumProtocolCheck = "vacuumProtocolCheck";

    /// <summary>Column types were widened; older files hold the narrower type.</summary>
    public const string TypeWidening = "typeWidening";

    /// <summary>The preview of <see cref="TypeWidening"/>.</summary>
    public const string TypeWideningPreview = "typeWidening-preview";

    /// <summary>Rows keep an id over rewrites.</summary>
    public const string RowTracking = "rowTracking";

    /// <summary>Columns may have a default.</summary>
    public const string AllowColumnDefaults = "allowColumnDefaults";
}
