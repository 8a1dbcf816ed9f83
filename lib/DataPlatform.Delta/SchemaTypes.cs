using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta;

/// <summary>Walks through the fields of a schema.</summary>
internal static class SchemaTypes
{
    /// <summary>All fields with their paths, outer ones first; those inside arrays and maps are below <c>element</c>, <c>key</c> and <c>value</c>.</summary>
    public static IEnumerable<(ValueList<string> Path, StructField Field)> Fields(DataType type) => Fields(type, ValueList<string>.Empty);

    private static IEnumerable<(ValueList<string> Path, StructField Field)> Fields(DataType type, ValueList<string> path) => type switch
    {
        StructType structure => structure.Fields.SelectMany(field =>
        {
            var fieldPath = path.Concat([field.Name]);
            return Fields(field.DataType, fieldPath).Prepend((fieldPath, field));
        }),
        ArrayType array => Fields(array.ElementType, path.Concat(["element"])),
        MapType map => Fields(map.KeyType, path.Concat(["key"])).Concat(Fields(map.ValueType, path.Concat(["value"]))),
        _ => [],
    };
}
