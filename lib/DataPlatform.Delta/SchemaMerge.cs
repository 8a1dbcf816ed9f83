using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta;

/// <summary>How a table's schema and that of data to be written come together, by Delta's rules of <c>mergeSchema</c>.</summary>
/// <remarks>
/// Names are compared case aside and stay as the table has them; columns that the data lacks stay (and are null in new rows); new columns, nested ones
/// too, come at the end of their struct and are nullable; nullability and metadata of the table's columns stay.
/// Types must be the same, except that of byte, short and integer the widest is taken and void gives way to any other.
/// </remarks>
public static class SchemaMerge
{
    /// <summary>The schema with which data may be written to a table: the table's own, or the merged one where that is allowed.</summary>
    /// <param name="table">The table.</param>
    /// <param name="incoming">The data's columns, partition columns included.</param>
    /// <param name="mergeSchema">Whether the table's schema may grow.</param>
    /// <exception cref="DataPlatformException">
    /// <c>DELTA_METADATA_MISMATCH</c>: the schema would have to grow and may not. Else as <see cref="Merge"/>.
    /// </exception>
    public static StructType Resolve(Metadata table, StructType incoming, bool mergeSchema)
    {
        ArgumentNullException.ThrowIfNull(table);
        var merged = Merge(table.Schema, incoming);
        return mergeSchema || merged == table.Schema ? merged : throw DeltaErrors.SchemaMismatch(table, incoming);
    }

    /// <summary>The table's schema grown by the data's; the same as before where nothing is new.</summary>
    /// <param name="table">The table's columns.</param>
    /// <param name="incoming">The data's columns.</param>
    /// <exception cref="DataPlatformException">
    /// <c>DELTA_FAILED_TO_MERGE_FIELDS</c>: a column's types do not go together. <c>DELTA_DUPLICATE_COLUMNS_FOUND</c>: the data has a column twice.
    /// </exception>
    public static StructType Merge(StructType table, StructType incoming)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(incoming);
        SchemaRules.CheckDuplicates(incoming);
        return MergeStructs(table, incoming);
    }

    private static StructType MergeStructs(StructType table, StructType incoming)
    {
        var merged = table.Fields.ConvertAll(field => incoming.Find(field.Name) is { } update
            ? field.WithDataType(MergeTypes(field, update, field.DataType, update.DataType))
            : field);
        var added = incoming.Fields.Where(field => table.Find(field.Name) is null).ToList();
        return new StructType(merged.Concat(added.Select(field => new StructField(field.Name, field.DataType.AsNullable(), true, field.Metadata))));
    }

    private static DataType MergeTypes(StructField field, StructField update, DataType current, DataType incoming) => (current, incoming) switch
    {
        (StructType a, StructType b) => MergeStructs(a, b),
        (ArrayType a, ArrayType b) => a with { ElementType = MergeTypes(field, update, a.ElementType, b.ElementType) },
        (MapType a, MapType b) => a with
        {
            KeyType = MergeTypes(field, update, a.KeyType, b.KeyType),
            ValueType = MergeTypes(field, update, a.ValueType, b.ValueType),
        },
        (NullType, _) => incoming,
        (_, NullType) => current,

        // Parquet keeps all three as 32-bit numbers: files of the narrower type are read as the wider one.
        (ByteType, ShortType or IntegerType) or (ShortType, IntegerType) => incoming,
        (ShortType, ByteType) or (IntegerType, ByteType or ShortType) => current,
        _ => current == incoming ? current : throw DeltaErrors.MergeFailed(field, update, current, incoming),
    };
}
