using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta;

/// <summary>What a schema and its partition columns must fulfil to be a Delta table's.</summary>
internal static class SchemaRules
{
    private const string InvalidCharacters = " ,;{}()\n\t=";

    /// <exception cref="DataPlatformException">See <see cref="Transaction.SetMetadata"/>.</exception>
    public static void Check(Metadata metadata)
    {
        CheckDuplicates(metadata.Schema);
        CheckNames(metadata);
        CheckNullTypes(metadata.Schema);
        foreach (var column in metadata.PartitionColumns)
        {
            var field = metadata.Schema.Find(column) ?? throw DeltaErrors.PartitionColumnNotFound(column, metadata.Schema);
            if (field.DataType is StructType or ArrayType or MapType or VariantType)
            {
                throw DeltaErrors.PartitionColumnType(column, field.DataType);
            }
        }

        if (metadata.PartitionColumns.Count > 0 && metadata.PartitionColumns.Count == metadata.Schema.Fields.Count)
        {
            throw DeltaErrors.AllColumnsPartition();
        }
    }

    /// <exception cref="DataPlatformException"><c>DELTA_DUPLICATE_COLUMNS_FOUND</c>: a column or nested field stands twice, case aside.</exception>
    public static void CheckDuplicates(StructType schema)
    {
        var duplicates = SchemaTypes.Fields(schema)
            .GroupBy(field => string.Join('.', field.Path), StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .ToList();
        if (duplicates.Count > 0)
        {
            throw DeltaErrors.DuplicateColumns(duplicates);
        }
    }

    // A column of its own may be void, and is then in no file; inside another type it has no form in one.
    private static void CheckNullTypes(StructType schema)
    {
        if (schema.Fields.FirstOrDefault(field => field.DataType is not NullType && field.DataType.Contains(type => type is NullType)) is { } found)
        {
            throw DeltaErrors.NestedNullType(found);
        }
    }

    // Parquet names columns freely, but older readers did not; column mapping lifts the rule.
    private static void CheckNames(Metadata metadata)
    {
        if (ColumnMapping.ModeOf(metadata) != ColumnMappingMode.None)
        {
            return;
        }

        var invalid = SchemaTypes.Fields(metadata.Schema)
            .Select(field => field.Field.Name)
            .Where(name => name.AsSpan().IndexOfAny(InvalidCharacters) >= 0)
            .ToList();
        if (invalid.Count > 0)
        {
            throw DeltaErrors.InvalidColumnNames(invalid);
        }
    }
}
