namespace DataPlatform.Delta;

/// <summary>Lets a table be read and written only where everything that its protocol asks for is known.</summary>
/// <param name="tablePath">The table, for errors.</param>
/// <param name="engineFeatures">Features that are the engine's to handle when it reads data files, and that it does handle.</param>
internal sealed class ProtocolGate(string tablePath, IReadOnlySet<string> engineFeatures)
{
    private const int MaxReaderVersion = 3;
    private const int MaxWriterVersion = 7;

    private static readonly HashSet<string> LogReaderFeatures = [TableFeature.TimestampNtz, TableFeature.V2Checkpoint, TableFeature.VacuumProtocolCheck];

    private static readonly HashSet<string> LogWriterFeatures =
    [
        TableFeature.AppendOnly, TableFeature.TimestampNtz, TableFeature.V2Checkpoint, TableFeature.VacuumProtocolCheck,
        TableFeature.DomainMetadata, TableFeature.InCommitTimestamp,
    ];

    // How a table makes use of a feature.
    private static readonly Dictionary<string, Func<Metadata, bool>> UsedBy = new()
    {
        [TableFeature.Invariants] = metadata => HasField(metadata, "delta.invariants"),
        [TableFeature.CheckConstraints] = metadata =>
            metadata.Properties.Keys.Any(key => key.StartsWith(TableProperties.ConstraintPrefix, StringComparison.OrdinalIgnoreCase)),
        [TableFeature.ChangeDataFeed] = metadata => TableProperties.IsTrue(metadata, TableProperties.EnableChangeDataFeed),
        [TableFeature.GeneratedColumns] = metadata => HasField(metadata, "delta.generationExpression"),
        [TableFeature.IdentityColumns] = metadata => HasField(metadata, "delta.identity.start"),
        [TableFeature.AllowColumnDefaults] = metadata => HasField(metadata, "CURRENT_DEFAULT"),
        [TableFeature.ColumnMapping] = HasColumnMapping,
        [TableFeature.DeletionVectors] = metadata => TableProperties.IsTrue(metadata, TableProperties.EnableDeletionVectors),
        [TableFeature.TypeWidening] = metadata => TableProperties.IsTrue(metadata, "delta.enableTypeWidening"),
        [TableFeature.RowTracking] = metadata => TableProperties.IsTrue(metadata, "delta.enableRowTracking"),
    };

    // Features that a protocol may list, or a version stand for, without the table making use of them.
    private static readonly HashSet<string> UnusedIsHarmless =
    [
        TableFeature.Invariants, TableFeature.CheckConstraints, TableFeature.ChangeDataFeed, TableFeature.GeneratedColumns,
        TableFeature.IdentityColumns, TableFeature.AllowColumnDefaults, TableFeature.ColumnMapping,
    ];

    /// <exception cref="DataPlatformException"><c>DELTA_INVALID_PROTOCOL_VERSION</c> or <c>DELTA_UNSUPPORTED_FEATURES_FOR_READ</c>.</exception>
    public void CheckRead(Protocol protocol, Metadata metadata)
    {
        if (protocol.MinReaderVersion > MaxReaderVersion)
        {
            throw DeltaErrors.ProtocolTooNew(tablePath, protocol);
        }

        var unknown = protocol.EffectiveReaderFeatures
            .Where(feature => !LogReaderFeatures.Contains(feature) && !engineFeatures.Contains(feature))
            .Where(feature => feature != TableFeature.ColumnMapping || HasColumnMapping(metadata))
            .ToList();
        if (unknown.Count > 0)
        {
            throw DeltaErrors.FeaturesUnsupportedForRead(tablePath, unknown);
        }
    }

    /// <exception cref="DataPlatformException"><c>DELTA_INVALID_PROTOCOL_VERSION</c> or <c>DELTA_UNSUPPORTED_FEATURES_FOR_WRITE</c>.</exception>
    public void CheckWrite(Protocol protocol, Metadata metadata)
    {
        if (protocol.MinWriterVersion > MaxWriterVersion)
        {
            throw DeltaErrors.ProtocolTooNew(tablePath, protocol);
        }

        // A feature that the table uses counts even where the protocol does not list it: the properties may be about to be set.
        var used = UsedBy.Where(feature => feature.Value(metadata)).Select(feature => feature.Key);
        var unknown = protocol.EffectiveWriterFeatures
            .Where(feature => !LogWriterFeatures.Contains(feature) && !UnusedIsHarmless.Contains(feature))
            .Union(used)
            .Where(feature => !engineFeatures.Contains(feature))
            .ToList();
        if (unknown.Count > 0)
        {
            throw DeltaErrors.FeaturesUnsupportedForWrite(tablePath, unknown);
        }
    }

    private static bool HasColumnMapping(Metadata metadata) => ColumnMapping.ModeOf(metadata) != ColumnMappingMode.None;

    private static bool HasField(Metadata metadata, string key) =>
        SchemaTypes.Fields(metadata.Schema).Any(field => field.Field.Metadata?.ContainsKey(key) == true);
}
