using Microsoft.Spark.Sql.Types;
using Newtonsoft.Json.Linq;

namespace DataPlatform.Delta;

/// <summary>
/// Names and ids of columns in data files (PROTOCOL.md, "Column Mapping"). Partition values and statistics of the log are by physical name too.
/// </summary>
public static class ColumnMapping
{
    private const string PhysicalNameKey = "delta.columnMapping.physicalName";
    private const string IdKey = "delta.columnMapping.id";

    /// <summary>The table's mode.</summary>
    /// <exception cref="DataPlatformException"><c>DELTA_INVALID_TABLE_PROPERTY</c>: the property is none of <c>none</c>, <c>name</c>, <c>id</c>.</exception>
    public static ColumnMappingMode ModeOf(Metadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return metadata.Properties.TryGetValue(TableProperties.ColumnMappingMode, out var mode)
            ? mode.ToUpperInvariant() switch
            {
                "NONE" => ColumnMappingMode.None,
                "NAME" => ColumnMappingMode.Name,
                "ID" => ColumnMappingMode.Id,
                _ => throw DeltaErrors.InvalidProperty(TableProperties.ColumnMappingMode, mode, "none, name or id"),
            }
            : ColumnMappingMode.None;
    }

    /// <summary>The name of a field of the table in data files, partition values and statistics.</summary>
    public static string PhysicalName(Metadata metadata, StructField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return ModeOf(metadata) == ColumnMappingMode.None ? field.Name : (field.Metadata?[PhysicalNameKey] as JValue)?.Value as string ?? field.Name;
    }

    /// <summary>The field id of a field of the table in data files; null without mapping.</summary>
    public static int? FieldId(Metadata metadata, StructField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return ModeOf(metadata) == ColumnMappingMode.None ? null : (int?)(field.Metadata?[IdKey] as JValue);
    }

    /// <summary>The table's schema with physical names at every level; order, types, nullability and metadata are unchanged.</summary>
    public static StructType PhysicalSchema(Metadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return ModeOf(metadata) == ColumnMappingMode.None ? metadata.Schema : (StructType)Physical(metadata, metadata.Schema);
    }

    private static DataType Physical(Metadata metadata, DataType type) => type switch
    {
        StructType structure => new StructType(structure.Fields.Select(field =>
            new StructField(PhysicalName(metadata, field), Physical(metadata, field.DataType), field.IsNullable, field.Metadata))),
        ArrayType array => array with { ElementType = Physical(metadata, array.ElementType) },
        MapType map => map with { KeyType = Physical(metadata, map.KeyType), ValueType = Physical(metadata, map.ValueType) },
        _ => type,
    };
}
