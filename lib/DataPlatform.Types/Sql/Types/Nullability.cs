namespace Microsoft.Spark.Sql.Types;

/// <summary>Types whose parts all may be null, as those of data from outside. Spark's <c>asNullable</c>.</summary>
internal static class Nullability
{
    /// <summary>The schema with nullable fields at every level; names and metadata stay.</summary>
    public static StructType AsNullable(this StructType schema) =>
        new(schema.Fields.Select(field => new StructField(field.Name, field.DataType.AsNullable(), true, field.Metadata)));

    /// <summary>The type with nullable fields, elements and values at every level.</summary>
    public static DataType AsNullable(this DataType type) => type switch
    {
        StructType structure => structure.AsNullable(),
        ArrayType array => new ArrayType(array.ElementType.AsNullable()),
        MapType map => new MapType(map.KeyType.AsNullable(), map.ValueType.AsNullable()),
        _ => type,
    };
}
