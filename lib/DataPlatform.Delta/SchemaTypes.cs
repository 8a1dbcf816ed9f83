using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta;

/// <summary>Walks through the types and fields of a schema.</summary>
internal static class SchemaTypes
{
    /// <summary>Whether the type or one inside it fulfils the condition.</summary>
    public static bool Contains(DataType type, Func<DataType, bool> condition) => condition(type) || type switch
    {
        StructType structure => structure.Fields.Exists(field => Contains(field.DataType, condition)),
        ArrayType array => Contains(array.ElementType, condition),
        MapType map => Contains(map.KeyType, condition) || Contains(map.ValueType, condition),
        _ => false,
    };

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
