using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta;

/// <summary>A column of the table as the log's actions know it.</summary>
/// <param name="Path">Physical names from the outside in.</param>
/// <param name="Type">The column's type.</param>
/// <param name="IsPartition">Whether its values stand in the log.</param>
internal sealed record FileColumn(ValueList<string> Path, DataType Type, bool IsPartition)
{
    /// <summary>The column of these names, case aside; null where there is none, or where it is inside an array or a map.</summary>
    public static FileColumn? Resolve(Metadata metadata, ValueList<string> names)
    {
        DataType type = metadata.Schema;
        var path = new List<string>();
        foreach (var name in names)
        {
            if (type is not StructType structure || structure.Find(name) is not { } field)
            {
                return null;
            }

            path.Add(ColumnMapping.PhysicalName(metadata, field));
            type = field.DataType;
        }

        var isPartition = names.Count == 1 && metadata.PartitionColumns.Contains(names[0], StringComparer.OrdinalIgnoreCase);
        return path.Count == 0 ? null : new FileColumn(path.ToValueList(), type, isPartition);
    }

    public ColumnFacts FactsOf(AddFile file, TimeZoneInfo zone) => IsPartition ? PartitionFacts(file, zone) : StatisticsFacts(file.Statistics);

    private ColumnFacts PartitionFacts(AddFile file, TimeZoneInfo zone)
    {
        if (!file.PartitionValues.TryGetValue(Path[0], out var text))
        {
            return ColumnFacts.Unknown;
        }

        if (string.IsNullOrEmpty(text))
        {
            return new ColumnFacts(null, null, AllNull: true, NoNull: false, Bounded: true, Constant: true);
        }

        // A text that is no value of the type is an error for whoever reads the file, not a reason to leave it out.
        var value = ComparableValue.Of(PartitionValue.TryParse(text, Type, zone), Type);
        return new ColumnFacts(value, value, AllNull: false, NoNull: true, Bounded: true, Constant: true);
    }

    private ColumnFacts StatisticsFacts(FileStatistics statistics)
    {
        var nulls = statistics.NullCount(Path);
        var isFraction = Type is FloatType or DoubleType;
        return new ColumnFacts(
            statistics.LowerBound(Path, Type),
            statistics.UpperBound(Path, Type),
            AllNull: nulls is { } count && statistics.NumRecords is { } rows && count >= rows,
            NoNull: nulls == 0,
            Bounded: !isFraction,
            Constant: !isFraction && Type is not (StringType or CharType or VarcharType or TimestampType or TimestampNTZType));
    }
}
