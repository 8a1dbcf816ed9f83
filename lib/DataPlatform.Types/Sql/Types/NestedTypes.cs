namespace Microsoft.Spark.Sql.Types;

/// <summary>Looks through a type and the types inside it.</summary>
internal static class NestedTypes
{
    /// <summary>Whether the type or one inside it fulfils the condition: a field's of a struct, an array's element, a map's key or value, at any depth.</summary>
    public static bool Contains(this DataType type, Func<DataType, bool> condition) => condition(type) || type switch
    {
        StructType structure => structure.Fields.Exists(field => field.DataType.Contains(condition)),
        ArrayType array => array.ElementType.Contains(condition),
        MapType map => map.KeyType.Contains(condition) || map.ValueType.Contains(condition),
        _ => false,
    };
}
