using System.Collections.Frozen;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta;

/// <summary>What a client must be able to do to read and to write the table (PROTOCOL.md, "Protocol Evolution").</summary>
/// <param name="MinReaderVersion">The reader version; at 3 <paramref name="ReaderFeatures"/> count.</param>
/// <param name="MinWriterVersion">The writer version; at 7 <paramref name="WriterFeatures"/> count.</param>
/// <param name="ReaderFeatures">Feature names as the log has them; null where the log has none.</param>
/// <param name="WriterFeatures">Feature names as the log has them; null where the log has none.</param>
public sealed record Protocol(
    int MinReaderVersion,
    int MinWriterVersion,
    ValueList<string>? ReaderFeatures = null,
    ValueList<string>? WriterFeatures = null)
{
    private static readonly FrozenDictionary<int, string[]> LegacyWriterFeatures = new Dictionary<int, string[]>
    {
        [2] = [TableFeature.AppendOnly, TableFeature.Invariants],
        [3] = [TableFeature.CheckConstraints],
        [4] = [TableFeature.ChangeDataFeed, TableFeature.GeneratedColumns],
        [5] = [TableFeature.ColumnMapping],
        [6] = [TableFeature.IdentityColumns],
    }.ToFrozenDictionary();

    /// <summary>The features that a reader must know: those listed, or those that the version stands for.</summary>
    public IEnumerable<string> EffectiveReaderFeatures =>
        MinReaderVersion >= 3 ? ReaderFeatures ?? [] : MinReaderVersion == 2 ? [TableFeature.ColumnMapping] : [];

    /// <summary>The features that a writer must know: those listed, or those that the version stands for.</summary>
    public IEnumerable<string> EffectiveWriterFeatures =>
        MinWriterVersion >= 7
            ? WriterFeatures ?? []
            : Enumerable.Range(2, Math.Max(0, Math.Min(MinWriterVersion, 6) - 1)).SelectMany(version => LegacyWriterFeatures[version]);

    /// <summary>Whether a writer must know this feature.</summary>
    public bool Supports(string feature) => EffectiveWriterFeatures.Contains(feature);

    /// <summary>The least protocol of a new table: 1/2, or 3/7 with the features that its schema calls for.</summary>
    public static Protocol ForNewTable(Metadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return new Protocol(1, 2).WithFeaturesOf(metadata);
    }

    /// <summary>This protocol, raised to what the metadata calls for (a timestamp without time zone, in-commit timestamps); itself where it suffices.</summary>
    internal Protocol WithFeaturesOf(Metadata metadata)
    {
        var result = this;
        if (metadata.Schema.Contains(type => type is TimestampNTZType))
        {
            result = result.With(TableFeature.TimestampNtz, readerToo: true);
        }

        if (TableProperties.IsTrue(metadata, TableProperties.EnableDeletionVectors))
        {
            result = result.With(TableFeature.DeletionVectors, readerToo: true);
        }

        return metadata.InCommitTimestampsEnabled ? result.With(TableFeature.InCommitTimestamp, readerToo: false) : result;
    }

    /// <summary>This protocol with a feature more; itself where it lists it.</summary>
    internal Protocol With(string feature, bool readerToo)
    {
        if (EffectiveWriterFeatures.Contains(feature) && (!readerToo || EffectiveReaderFeatures.Contains(feature)))
        {
            return this;
        }

        var readers = readerToo ? EffectiveReaderFeatures.Append(feature).Distinct() : EffectiveReaderFeatures;
        var needsReaderFeatures = readerToo || MinReaderVersion >= 3;
        return new Protocol(
            needsReaderFeatures ? 3 : MinReaderVersion,
            7,
            needsReaderFeatures ? readers.ToValueList() : ReaderFeatures,
            EffectiveWriterFeatures.Append(feature).Distinct().ToValueList());
    }
}
