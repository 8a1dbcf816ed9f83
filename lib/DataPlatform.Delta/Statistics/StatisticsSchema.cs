using System.Globalization;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta;

/// <summary>Which columns of a table have statistics, and the form of a file's statistics as columns.</summary>
internal static class StatisticsSchema
{
    private const int DefaultIndexedColumns = 32;

    /// <summary>The struct that checkpoints keep in <c>stats_parsed</c>, with every column that could be in it.</summary>
    public static StructType Of(Metadata metadata)
    {
        var data = DataSchema(metadata);
        var bounds = Select(metadata, data, HasBounds, type => type);
        return new StructType(
        [
            new StructField("numRecords", new LongType()),
            new StructField("minValues", bounds),
            new StructField("maxValues", bounds),
            new StructField("nullCount", Select(metadata, data, _ => true, _ => new LongType())),
            new StructField("tightBounds", new BooleanType()),
        ]);
    }

    /// <summary>The columns of data files, in order: all but the partition columns.</summary>
    public static StructType DataSchema(Metadata metadata) =>
        new(metadata.Schema.Fields.Where(field => !metadata.PartitionColumns.Contains(field.Name, StringComparer.OrdinalIgnoreCase)));

    /// <summary>Whether a column of this type has a least and a greatest value in the log.</summary>
    public static bool HasBounds(DataType type) =>
        type is NumericType or DateType or TimestampType or TimestampNTZType or StringType or CharType or VarcharType;

    /// <summary>The leaf columns that the table's properties index, in schema order.</summary>
    public static IEnumerable<(ValueList<string> Path, StructField Field)> IndexedLeaves(Metadata metadata)
    {
        var leaves = Leaves(DataSchema(metadata), ValueList<string>.Empty);
        if (metadata.Properties.TryGetValue(TableProperties.IndexedColumns, out var names))
        {
            var wanted = names.Split(',').Select(name => name.Trim().Replace("`", "", StringComparison.Ordinal)).ToList();
            return leaves.Where(leaf => wanted.Exists(name => IsWithin(string.Join('.', leaf.Path), name)));
        }

        var count = TableProperties.Integer(metadata, TableProperties.IndexedColumnCount, DefaultIndexedColumns);
        return count switch
        {
            >= 0 => leaves.Take(count),
            -1 => leaves,
            _ => throw DeltaErrors.InvalidProperty(
                TableProperties.IndexedColumnCount, count.ToString(CultureInfo.InvariantCulture), "-1 (all) or a number of columns"),
        };
    }

    private static bool IsWithin(string column, string wanted) =>
        column.Equals(wanted, StringComparison.OrdinalIgnoreCase) || column.StartsWith($"{wanted}.", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<(ValueList<string> Path, StructField Field)> Leaves(StructType schema, ValueList<string> parents) =>
        schema.Fields.SelectMany(field => field.DataType is StructType inner
            ? Leaves(inner, parents.Concat([field.Name]))
            : [(parents.Concat([field.Name]), field)]);

    private static StructType Select(Metadata metadata, StructType schema, Func<DataType, bool> condition, Func<DataType, DataType> map) =>
        new(schema.Fields.SelectMany(field => field.DataType switch
        {
            StructType inner => Select(metadata, inner, condition, map) is { Fields.Count: > 0 } selected
                ? [new StructField(ColumnMapping.PhysicalName(metadata, field), selected)]
                : Array.Empty<StructField>(),
            var type when condition(type) => [new StructField(ColumnMapping.PhysicalName(metadata, field), map(type))],
            _ => [],
        }));
}
