using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta;

/// <summary>The table's schema, partitioning and properties (PROTOCOL.md, "Change Metadata"). Properties that are not known are kept.</summary>
public sealed record Metadata
{
    private StructType? _schema;

    /// <summary>The table's identity; made once, when the table is created.</summary>
    public required string Id { get; init; }

    /// <summary>The table's name; null where it has none.</summary>
    public string? Name { get; init; }

    /// <summary>What the table is, in words; null where nobody said.</summary>
    public string? Description { get; init; }

    /// <summary>The format of data files.</summary>
    public TableFormat Format { get; init; } = TableFormat.Parquet;

    /// <summary>The schema in Spark's JSON form; the empty string where the log has none.</summary>
    public required string SchemaString
    {
        get;
        init
        {
            field = value;
            _schema = null;
        }
    }

    /// <summary>The partition columns in order; they are columns of the schema too.</summary>
    public ValueList<string> PartitionColumns { get; init; } = ValueList<string>.Empty;

    /// <summary>Table properties by key; keys count case.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    /// <summary>When the table was created, in milliseconds since 1970-01-01T00:00:00Z; null where the log has none.</summary>
    public long? CreatedTime { get; init; }

    /// <summary>The columns in order, partition columns included; empty where the log has no schema.</summary>
    /// <exception cref="DataPlatformException"><c>INVALID_JSON_DATA_TYPE</c>: <see cref="SchemaString"/> is no struct type.</exception>
    public StructType Schema => _schema ??= ParseSchema();

    /// <summary>Whether commits carry their own time (<c>delta.enableInCommitTimestamps</c>).</summary>
    internal bool InCommitTimestampsEnabled => TableProperties.IsTrue(this, TableProperties.EnableInCommitTimestamps);

    /// <summary>Metadata of a new table with a fresh identity.</summary>
    /// <param name="schema">All columns, partition columns included.</param>
    /// <param name="partitionColumns">Names of partition columns in order, case aside; kept as the schema writes them.</param>
    /// <param name="properties">Table properties.</param>
    /// <param name="createdTime">When, in milliseconds since 1970-01-01T00:00:00Z.</param>
    /// <param name="name">The table's name.</param>
    /// <param name="description">What the table is.</param>
    public static Metadata Create(
        StructType schema,
        IEnumerable<string>? partitionColumns = null,
        IReadOnlyDictionary<string, string>? properties = null,
        long? createdTime = null,
        string? name = null,
        string? description = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new Metadata
        {
            Id = Guid.NewGuid().ToString(),
            Name = name,
            Description = description,
            SchemaString = schema.Json,
            PartitionColumns = (partitionColumns ?? []).Select(column => schema.Find(column)?.Name ?? column).ToValueList(),
            Properties = properties ?? new Dictionary<string, string>(),
            CreatedTime = createdTime,
        };
    }

    /// <summary>This metadata with another schema; identity and properties stay.</summary>
    public Metadata WithSchema(StructType schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return this with { SchemaString = schema.Json };
    }

    /// <summary>Equal in everything that the log keeps.</summary>
    public bool Equals(Metadata? other) =>
        other is not null && Id == other.Id && Name == other.Name && Description == other.Description && SchemaString == other.SchemaString &&
        Format.Provider == other.Format.Provider && CreatedTime == other.CreatedTime && PartitionColumns.Equals(other.PartitionColumns) &&
        Properties.Count == other.Properties.Count &&
        Properties.All(property => other.Properties.TryGetValue(property.Key, out var value) && value == property.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, SchemaString);

    private StructType ParseSchema()
    {
        if (SchemaString.Length == 0)
        {
            return StructType.Empty;
        }

        try
        {
            return DataType.ParseDataType(SchemaString) as StructType ?? throw DeltaErrors.SchemaIsNoStruct(SchemaString);
        }
        catch (Exception malformed) when (malformed is InvalidOperationException or ArgumentException)
        {
            throw DeltaErrors.SchemaIsNoStruct(SchemaString, malformed);
        }
    }
}
